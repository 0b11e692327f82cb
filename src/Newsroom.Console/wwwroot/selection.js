// @ts-check
// Words that are selected in the article become those that the form "Mark words" names, by their place.

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-mark]'));
if (form) {
    const words = element(form, 'words');
    document.addEventListener('selectionchange', () => {
        const place = placeOf(document.getSelection());
        if (place) {
            words.value = place.words;
            element(form, 'field').value = place.field;
            element(form, 'start').value = `${place.start}`;
            element(form, 'end').value = `${place.end}`;
            element(form, 'occurrence').value = '';
            /** @type {HTMLDetailsElement} */ (form.closest('details')).open = true;
        }
    });
    words.addEventListener('input', () => {
        element(form, 'start').value = '';
        element(form, 'end').value = '';
    });
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
