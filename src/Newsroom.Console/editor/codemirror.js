// Puts CodeMirror in the place of the editor's text areas. Each text area stays the field of the form, and always has the same text.

import { defaultKeymap, history, historyKeymap, insertNewline } from '@codemirror/commands';
import { commonmarkLanguage } from '@codemirror/lang-markdown';
import { LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** @typedef {{ from: number, to: number, state: string, title: string }} Mark */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form.editor'));
if (form) {
    for (const field of form.querySelectorAll('textarea')) {
        attach(field, form.nonce ?? '');
    }
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} nonce
 */
function attach(field, nonce) {
    let isWriting = false;
    const label = field.labels[0];
    const view = new EditorView({
        doc: field.value,
        extensions: [
            EditorView.cspNonce.of(nonce),
            new LanguageSupport(commonmarkLanguage),
            syntaxHighlighting(classHighlighter),
            marksOf(JSON.parse(field.dataset.marks ?? '[]')),
            history(),
            search({ top: true }),
            // Tab leaves the editor, and Enter adds a line end and nothing else.
            keymap.of([{ key: 'Enter', run: insertNewline }, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
            EditorView.lineWrapping,
            EditorView.contentAttributes.of(attributesOf(field, label)),
            EditorView.updateListener.of((update) => {
                if (update.docChanged) {
                    isWriting = true;
                    write(field, update.state.doc.toString());
                    isWriting = false;
                }
            }),
        ],
    });
    field.addEventListener('input', () => {
        if (!isWriting) {
            show(view, field.value);
        }
    });
    addEventListener('pageshow', () => show(view, field.value));
    label?.addEventListener('click', () => view.focus());
    field.hidden = true;
    field.after(view.dom);
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {HTMLLabelElement | undefined} label
 */
function attributesOf(field, label) {
    return {
        id: `${field.id}-text`,
        'aria-labelledby': label?.id ?? '',
        autocapitalize: 'sentences',
        autocorrect: 'on',
        dir: 'auto',
        lang: field.lang,
        spellcheck: 'true',
        tabindex: '0',
    };
}

/**
 * Shows quotes and claims; what is typed moves them.
 * @param {Mark[]} marks
 */
function marksOf(marks) {
    const shown = marks.map(({ from, to, state, title }) =>
        Decoration.mark({ tagName: 'mark', class: state, attributes: { title } }).range(from, to),
    );
    return StateField.define({
        create: () => Decoration.set(shown, true),
        update: (now, transaction) => now.map(transaction.changes),
        provide: (now) => EditorView.decorations.from(now),
    });
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} text
 */
function write(field, text) {
    if (field.value !== text) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
}

/**
 * Replaces only what differs, so that marks and cursor stay.
 * @param {EditorView} view
 * @param {string} text
 */
function show(view, text) {
    const before = view.state.doc.toString();
    if (text === before) {
        return;
    }

    const most = Math.min(before.length, text.length);
    let head = 0;
    while (head < most && before[head] === text[head]) {
        head++;
    }

    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === text.at(-1 - tail)) {
        tail++;
    }

    view.dispatch({ changes: { from: head, to: before.length - tail, insert: text.slice(head, text.length - tail) } });
}
