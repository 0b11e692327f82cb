// @ts-check
// Keeps the page up to date: the console says which story changed, and the page asks for itself again. What a person is writing is never
// replaced.

const retry = 30_000;

// A list over all stories changes with most of them; it is read again at most once in this time.
const pause = 5_000;
const status = /** @type {HTMLElement} */ (document.getElementById("live-status"));

/** @type {EventSource | null} */
let source = null;
let hasListened = false;
let isLoading = false;
let isStale = false;
let isPlanned = false;
let readAt = 0;

function region() {
    return /** @type {HTMLElement} */ (document.querySelector("[data-live]"));
}

/** @param {{ story: string, version: number, desk: string }} change */
function concerns(change) {
    const shown = region();
    if (shown.dataset.live === "all") {
        return true;
    }

    const card = shown.dataset.live === "story" ? shown : shown.querySelector(`[data-story="${CSS.escape(change.story)}"]`);
    if (card instanceof HTMLElement && card.dataset.story === change.story) {
        return change.version > Number(card.dataset.version);
    }

    return shown.dataset.live === "board" && change.desk === shown.dataset.desk;
}

/** Whether a person has changed a field, or is in a field for text. */
function isBusy() {
    const active = document.activeElement;
    if (active?.closest("[data-live]") && active.matches("textarea, select, input:not([type=radio], [type=checkbox])")) {
        return true;
    }

    return Array.from(region().querySelectorAll("input:not([type=hidden]), textarea, option")).some((field) => {
        if (field instanceof HTMLOptionElement) {
            return field.selected !== field.defaultSelected && field.closest("select")?.querySelector("[selected]") !== null;
        }

        if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
            return field.checked !== field.defaultChecked;
        }

        return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue;
    });
}

async function refresh() {
    if (isLoading || document.visibilityState !== "visible") {
        isStale = true;
        return;
    }

    if (isBusy()) {
        const link = document.createElement("a");
        link.href = location.href;
        link.textContent = "Show it";
        status.replaceChildren("This page has changed since you opened it. ", link, ".");
        return;
    }

    isLoading = true;
    isStale = false;
    readAt = Date.now();
    try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = page.querySelector("[data-live]");
        if (!answer.ok || next === null) {
            status.textContent = "This page cannot be updated. Reload it.";
        } else if (!isBusy()) {
            replace(next);
            document.title = page.title;
            status.textContent = `Updated at ${new Date().toLocaleTimeString()}.`;
        }
    } catch {
        isStale = true;
    } finally {
        isLoading = false;
    }
}

/** @param {Element} next */
function replace(next) {
    const focused = document.activeElement?.closest("[data-live] a, [data-live] summary");
    const href = focused?.getAttribute("href");
    region().replaceWith(next);
    document.dispatchEvent(new Event("replaced"));
    const again = href ? next.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
    if (again instanceof HTMLElement) {
        again.focus();
    }
}

function plan() {
    if (isPlanned) {
        return;
    }

    isPlanned = true;
    const wait = region().dataset.live === "all" ? Math.max(0, readAt + pause - Date.now()) : 0;
    setTimeout(() => {
        isPlanned = false;
        void refresh().then(() => (isStale ? refresh() : undefined));
    }, wait);
}

function listen() {
    if (source !== null || document.visibilityState !== "visible") {
        return;
    }

    source = new EventSource(new URL("changes", import.meta.url));
    source.addEventListener("listening", () => {
        // Changes may have been missed while the page did not listen.
        if (hasListened && source?.readyState === EventSource.OPEN && isStale) {
            void refresh();
        }

        hasListened = true;
    });
    source.addEventListener("change", (event) => {
        if (concerns(JSON.parse(event.data))) {
            plan();
        }
    });
    source.addEventListener("error", () => {
        isStale = true;
        if (source?.readyState === EventSource.CLOSED) {
            source = null;
            setTimeout(listen, retry);
        }
    });
}

document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
        listen();
        if (isStale) {
            void refresh();
        }
    } else {
        source?.close();
        source = null;
        isStale = true;
    }
});
listen();
