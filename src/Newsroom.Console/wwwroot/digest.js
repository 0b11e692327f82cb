// @ts-check
// Computes the SHA-256 of a file for a field. A file that is stored too arrives with the digest that it had here.

const most = 100 * 1000 * 1000;

prepare();
document.addEventListener("replaced", prepare);

function prepare() {
    for (const part of document.querySelectorAll("[data-digest-for]")) {
        const field = /** @type {HTMLInputElement} */ (document.getElementById(part.getAttribute("data-digest-for") ?? ""));
        const file = /** @type {HTMLInputElement} */ (part.querySelector("input[type=file]"));
        const status = /** @type {HTMLElement} */ (part.querySelector("[role=status]"));
        file.addEventListener("change", () => void fill(field, file, status));
        // The browser computes digests only for pages that were sent over TLS, or from this machine.
        if (part.hasAttribute("data-digest-only")) {
            part.toggleAttribute("hidden", !globalThis.crypto?.subtle);
        }
    }
}

/**
 * @param {HTMLInputElement} field
 * @param {HTMLInputElement} input
 * @param {HTMLElement} status
 */
async function fill(field, input, status) {
    const file = input.files?.[0];
    if (!file || !globalThis.crypto?.subtle) {
        return;
    }

    if (file.size > most) {
        status.textContent = "The file has more than 100 MB: compute its SHA-256 with another program, such as sha256sum.";
        return;
    }

    status.textContent = "Computing…";
    try {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
        field.value = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
        status.textContent = `SHA-256 of ${file.name}: ${field.value}`;
    } catch {
        status.textContent = "The file could not be read.";
    }
}
