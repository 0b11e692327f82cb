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
        const large = part.getAttribute("data-digest-module");
        file.addEventListener("change", () => void fill(field, file, status, large));
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
 * @param {string | null} large the address of the module for large files; null where the build has none
 */
async function fill(field, input, status, large) {
    const file = input.files?.[0];
    if (!file || !globalThis.crypto?.subtle) {
        return;
    }

    if (file.size > most && !large) {
        status.textContent = "The file has more than 100 MB: compute its SHA-256 with another program, such as sha256sum.";
        return;
    }

    status.textContent = "Computing…";
    try {
        const digest = file.size > most && large
            ? await digestInParts(file, status, large)
            : new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
        if (file !== input.files?.[0]) {
            return;
        }

        field.value = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
        status.textContent = `SHA-256 of ${file.name}: ${field.value}`;
    } catch {
        status.textContent = "The file could not be read.";
    }
}

/**
 * @param {File} file
 * @param {HTMLElement} status
 * @param {string} address
 * @returns {Promise<Uint8Array>}
 */
async function digestInParts(file, status, address) {
    const { digestOf } = await import(address);
    let shown = 0;
    return await digestOf(file, (/** @type {number} */ bytes) => {
        const percent = Math.floor((100 * bytes) / file.size);
        if (percent > shown) {
            shown = percent;
            status.textContent = `Computing… ${percent} %`;
        }
    });
}
