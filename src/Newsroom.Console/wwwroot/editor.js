// @ts-check
// Keeps what is written in the editor in this browser until the server has it, offers it again, and warns before it is left.

/** @typedef {{ version: string, at: string, texts: Record<string, string> }} Draft */

const fields = ['headline', 'standfirst', 'body'];

/** The milliseconds without a key after which the texts are kept. */
const storedAfter = 200;

const saved = /** @type {HTMLElement | null} */ (document.querySelector('[data-saved]'));
if (saved?.dataset.saved) {
    localStorage.removeItem(saved.dataset.saved);
}

const editor = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-draft]'));
if (editor?.dataset.draft) {
    keep(editor, editor.dataset.draft);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 */
function keep(form, key) {
    const shown = textsOf(form);
    const isUnsaved = form.hasAttribute('data-unsaved');
    let isSending = false;
    const isDirty = () => isUnsaved || !areSame(textsOf(form), shown);
    let isStored = isUnsaved;
    let waiting = 0;
    const store = () => {
        clearTimeout(waiting);
        if (isDirty()) {
            write(key, { version: value(form, 'version'), at: new Date().toISOString(), texts: textsOf(form) });
            isStored = true;
        } else if (isStored) {
            localStorage.removeItem(key);
            isStored = false;
        }
    };

    const draft = read(key);
    if (draft && !isUnsaved && !areSame(draft.texts, shown)) {
        offer(form, key, draft);
    }

    // A long text is not written again for each key.
    form.addEventListener('input', () => {
        clearTimeout(waiting);
        waiting = setTimeout(store, storedAfter);
    });
    document.addEventListener('visibilitychange', store);
    addEventListener('pagehide', store);
    form.addEventListener('submit', () => {
        store();
        isSending = true;
    });
    addEventListener('pageshow', () => {
        isSending = false;
    });
    addEventListener('beforeunload', (event) => {
        store();
        if (isDirty() && !isSending) {
            event.preventDefault();
        }
    });
    if (isUnsaved) {
        store();
    }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} key
 * @param {Draft} draft
 */
function offer(form, key, draft) {
    const notice = document.createElement('div');
    notice.className = 'done';
    notice.id = 'kept';
    notice.setAttribute('role', 'status');
    const words = document.createElement('p');
    const at = new Date(draft.at).toLocaleString(document.documentElement.lang);
    words.textContent = `This browser has texts that were not saved, of ${at}, based on version ${draft.version}.`;
    const use = button('Use them', () => {
        for (const field of fields) {
            const shown = element(form, field);
            shown.value = draft.texts[field] ?? '';
            shown.dispatchEvent(new Event('input', { bubbles: true }));
        }

        element(form, 'version').value = draft.version;
        notice.remove();
        focus(form);
    });
    const discard = button('Discard them', () => {
        localStorage.removeItem(key);
        notice.remove();
        focus(form);
    });
    notice.append(words, use, ' ', discard);
    form.before(notice);
}

/**
 * @param {string} words
 * @param {() => void} press
 */
function button(words, press) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.addEventListener('click', press);
    return made;
}

/**
 * Goes to the body, also where CodeMirror is in the place of its field.
 * @param {HTMLFormElement} form
 */
function focus(form) {
    /** @type {HTMLElement | null} */ (form.querySelector('label[for="body"]'))?.click();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function element(form, name) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement} */ (form.elements.namedItem(name));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function value(form, name) {
    return element(form, name).value;
}

/** @param {HTMLFormElement} form */
function textsOf(form) {
    return Object.fromEntries(fields.map((field) => [field, value(form, field)]));
}

/**
 * @param {Record<string, string>} left
 * @param {Record<string, string>} right
 */
function areSame(left, right) {
    return fields.every((field) => left[field] === right[field]);
}

/**
 * @param {string} key
 * @param {Draft} draft
 */
function write(key, draft) {
    try {
        localStorage.setItem(key, JSON.stringify(draft));
    } catch (failure) {
        // The browser has no room; the warning before the page is left remains.
        console.warn(failure);
    }
}

/**
 * @param {string} key
 * @returns {Draft | null}
 */
function read(key) {
    try {
        const draft = JSON.parse(localStorage.getItem(key) ?? 'null');
        return draft && typeof draft.texts === 'object' ? draft : null;
    } catch {
        return null;
    }
}
