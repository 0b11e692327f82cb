// @ts-check
// Single keys for links, buttons and choices that name theirs in aria-keyshortcuts. They can be turned off, and do nothing in fields for
// text (WCAG 2.2, 2.1.4).

const stored = "newsroom-single-keys";
const choice = /** @type {HTMLElement} */ (document.getElementById("shortcuts-choice"));
const box = /** @type {HTMLInputElement} */ (document.getElementById("shortcuts"));

box.checked = localStorage.getItem(stored) !== "off";
box.addEventListener("change", () => localStorage.setItem(stored, box.checked ? "on" : "off"));
choice.hidden = false;

/** @param {EventTarget | null} target */
function isText(target) {
    return (
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit"].includes(target.type))
    );
}

document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.key === "Enter" && event.ctrlKey && target instanceof Element) {
        target.closest("form")?.requestSubmit();
        return;
    }

    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isText(target)) {
        return;
    }

    const found = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (!(found instanceof HTMLElement)) {
        return;
    }

    event.preventDefault();
    found.focus();
    if (!isText(found)) {
        found.click();
    }
});
