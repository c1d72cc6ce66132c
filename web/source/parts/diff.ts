// What changed between two wordings, word by word: the longest common run of words stays, the rest
// was put in or taken out. Pure.

export interface Piece {
    kind: "same" | "ins" | "del";
    text: string;
}

// Beyond this many words between the common beginning and end the whole middle counts as changed.
const words_most = 500;

// Words with the blanks behind them, so that the pieces add up to the text again.
const split = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
const is_same = (one: string, other: string) => one.trim() === other.trim();

export function word_diff(before: string, after: string): Piece[] {
    const old_words = split(before);
    const new_words = split(after);
    let start = 0;
    while (
        start < old_words.length &&
        start < new_words.length &&
        is_same(old_words[start]!, new_words[start]!)
    )
        ++start;
    let end = 0;
    while (
        end < old_words.length - start &&
        end < new_words.length - start &&
        is_same(old_words[old_words.length - 1 - end]!, new_words[new_words.length - 1 - end]!)
    )
        ++end;
    const middle = between(
        old_words.slice(start, old_words.length - end),
        new_words.slice(start, new_words.length - end),
    );
    return joined([
        ...new_words.slice(0, start).map((text): Piece => ({ kind: "same", text })),
        ...middle,
        ...new_words.slice(new_words.length - end).map((text): Piece => ({ kind: "same", text })),
    ]);
}

function between(old_words: string[], new_words: string[]): Piece[] {
    if (old_words.length > words_most || new_words.length > words_most)
        return [
            ...old_words.map((text): Piece => ({ kind: "del", text })),
            ...new_words.map((text): Piece => ({ kind: "ins", text })),
        ];
    const lengths = common_lengths(old_words, new_words);
    const pieces: Piece[] = [];
    let i = 0;
    let j = 0;
    while (i < old_words.length || j < new_words.length) {
        if (i < old_words.length && j < new_words.length && is_same(old_words[i]!, new_words[j]!)) {
            pieces.push({ kind: "same", text: new_words[j++]! });
            ++i;
        } else if (
            j >= new_words.length ||
            (i < old_words.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)
        )
            pieces.push({ kind: "del", text: old_words[i++]! });
        else pieces.push({ kind: "ins", text: new_words[j++]! });
    }
    return pieces;
}

// lengths[i][j]: of the longest common run of words from i and j on.
function common_lengths(old_words: string[], new_words: string[]): Uint16Array[] {
    const lengths = Array.from(
        { length: old_words.length + 1 },
        () => new Uint16Array(new_words.length + 1),
    );
    for (let i = old_words.length - 1; i >= 0; --i)
        for (let j = new_words.length - 1; j >= 0; --j)
            lengths[i]![j] = is_same(old_words[i]!, new_words[j]!)
                ? lengths[i + 1]![j + 1]! + 1
                : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    return lengths;
}

// Neighbours of one kind become one piece.
function joined(pieces: Piece[]): Piece[] {
    const out: Piece[] = [];
    for (const piece of pieces) {
        const last = out.at(-1);
        if (last?.kind === piece.kind) last.text += piece.text;
        else out.push({ ...piece });
    }
    return out;
}
