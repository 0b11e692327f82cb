// Computes the SHA-256 of a file of any size, in parts. The browser's own function needs the whole file in memory.

import { sha256 } from '@noble/hashes/sha2.js';

/**
 * @param {Blob} file
 * @param {(bytes: number) => void} report is told how many bytes are done
 * @returns {Promise<Uint8Array>}
 */
export async function digestOf(file, report) {
    const hash = sha256.create();
    const reader = file.stream().getReader();
    for (let done = 0; ; report(done)) {
        const part = await reader.read();
        if (part.done) {
            return hash.digest();
        }

        hash.update(part.value);
        done += part.value.length;
    }
}
