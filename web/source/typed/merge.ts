// Two people on one thing: what each changed, field by field, against what both started from. Pure.

export type Fields = Record<string, unknown>;

export interface Conflict {
    field: string;
    mine: unknown;
    theirs: unknown;
}

export interface Merged {
    values: Fields; // theirs, with what only I changed
    conflicts: Conflict[]; // fields that both changed, to different things
}

export const is_same = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

// `base` is what my changes began from, `theirs` what the server has now. Only fields of `mine`
// count.
export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
    const values: Fields = {};
    const conflicts: Conflict[] = [];
    for (const field of Object.keys(mine)) {
        const i_changed = !is_same(mine[field], base[field]);
        const they_changed = !is_same(theirs[field], base[field]);
        if (i_changed && they_changed && !is_same(mine[field], theirs[field]))
            conflicts.push({ field, mine: mine[field], theirs: theirs[field] });
        values[field] = i_changed ? mine[field] : theirs[field];
    }
    return { values, conflicts };
}

// The fields in which two versions differ, as a PATCH takes them.
export function changed(base: Fields, mine: Fields): Fields {
    return Object.fromEntries(
        Object.entries(mine).filter(([field, value]) => !is_same(value, base[field])),
    );
}
