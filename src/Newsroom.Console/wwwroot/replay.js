// @ts-check
// Adds a slider and play to the page of a story's versions. The server renders each version: the module asks for the one that is wanted
// last, never for all, and for one at a time.

const slider = /** @type {HTMLElement} */ (document.getElementById("slider"));
const slide = /** @type {HTMLInputElement} */ (document.getElementById("slide"));
const play = /** @type {HTMLButtonElement} */ (document.getElementById("play"));
const status = /** @type {HTMLElement} */ (document.getElementById("slide-status"));
const pause = 600;

let wanted = Number(slide.value);
let isPlaying = false;
/** @type {Promise<void> | null} */
let loading = null;

/** @param {number} version */
function addressOf(version) {
    const address = new URL(location.href);
    const since = address.searchParams.get("since");
    address.search = new URLSearchParams(since ? { version: String(version), since } : { version: String(version) }).toString();
    address.hash = "";
    return address;
}

/** @param {number} version */
async function load(version) {
    const address = addressOf(version);
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("replay");
    if (!answer.ok || next === null) {
        // The session has ended, or the version is not to be read any more: the browser shows why.
        location.assign(address);
        return;
    }

    const open = document.querySelector("details.blame")?.hasAttribute("open");
    document.getElementById("replay")?.replaceWith(next);
    document.querySelector("details.blame")?.toggleAttribute("open", open);
    document.title = page.title;
    history.replaceState(null, "", address);
    status.textContent = next.dataset.summary ?? "";
    slide.setAttribute("aria-valuetext", next.dataset.summary ?? "");
}

async function loadWanted() {
    let shown = NaN;
    while (shown !== wanted) {
        shown = wanted;
        await load(shown);
    }
}

/** @param {number} version */
function show(version) {
    wanted = version;
    slide.value = String(version);
    loading ??= loadWanted()
        .catch(() => {
            stop();
            status.textContent = `Version ${wanted} could not be loaded.`;
        })
        .finally(() => (loading = null));
    return loading;
}

function stop() {
    isPlaying = false;
    play.textContent = "Play";
}

async function start() {
    isPlaying = true;
    play.textContent = "Pause";
    if (wanted >= Number(slide.max)) {
        await show(1);
    }

    while (isPlaying && wanted < Number(slide.max)) {
        await new Promise((done) => setTimeout(done, pause));
        if (isPlaying) {
            await show(wanted + 1);
        }
    }

    stop();
}

slide.addEventListener("input", () => {
    stop();
    void show(Number(slide.value));
});
play.addEventListener("click", () => (isPlaying ? stop() : void start()));
slider.hidden = false;
