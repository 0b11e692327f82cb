// @ts-check
// Words that are selected in the article become those that the form "Mark words" names, by their place.

// The page may replace the form when the story changes.
document.addEventListener('selectionchange', () => {
    const [form, place] = [markForm(), placeOf(document.getSelection())];
    if (form && place) {
        element(form, 'words').value = place.words;
        element(form, 'field').value = place.field;
        element(form, 'start').value = `${place.start}`;
        element(form, 'end').value = `${place.end}`;
        element(form, 'occurrence').value = '';
        /** @type {HTMLDetailsElement} */ (form.closest('details')).open = true;
    }
});
document.addEventListener('input', (event) => {
    const form = markForm();
    if (form && event.target === element(form, 'words')) {
        element(form, 'start').value = '';
        element(form, 'end').value = '';
    }
});

function markForm() {
    return /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-mark]'));
}

/** @param {Selection | null} selection */
function placeOf(selection) {
    if (!selection || selection.isCollapsed || selection.rangeCount !== 1) {
        return null;
    }

    const range = selection.getRangeAt(0);
    const text = /** @type {HTMLElement | null} */ (elementOf(range.startContainer)?.closest('[data-field]'));
    if (!text?.dataset.field) {
        return null;
    }

    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const selected = range.cloneRange();
    if (!text.contains(range.endContainer)) {
        selected.setEnd(text, text.childNodes.length);
    }

    const start = wordsOf(before).length;
    const words = wordsOf(selected);
    return words.trim() === '' ? null : { field: text.dataset.field, start, end: start + words.length, words: words.trim() };
}

/** @param {Node} node */
function elementOf(node) {
    return node instanceof Element ? node : node.parentElement;
}

/**
 * The words of the article without the links that name its passages.
 * @param {Range} range
 */
function wordsOf(range) {
    const words = range.cloneContents();
    for (const tag of words.querySelectorAll('.tag')) {
        tag.remove();
    }

    const start = elementOf(range.startContainer)?.closest('.tag');
    return start && start === elementOf(range.endContainer)?.closest('.tag') ? '' : (words.textContent ?? '');
}

/**
 * @param {HTMLFormElement} from
 * @param {string} name
 */
function element(from, name) {
    return /** @type {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */ (from.elements.namedItem(name));
}
