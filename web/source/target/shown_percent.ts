// A percentage as people see it: two decimals at most, and never in another class than the number
// itself. The server has the same rule (workflow/kinds/shown_percent.hpp);
// tests/data/shown_percents.json holds both together. Pure.

export interface Edge {
    from?: number | null; // inclusive unless `above`
    above?: boolean;
}

const exact_max = 1e13; // above it a number has no hundredths

// The first class that takes the number, by its place in the list.
const class_at = (classes: Edge[], percent: number) =>
    classes.findIndex(
        ({ from, above }) =>
            from === null || from === undefined || (above ? percent > from : percent >= from),
    );

export function shown_percent(classes: Edge[], percent: number): number {
    if (!(Math.abs(percent) < exact_max)) return percent;
    const own = class_at(classes, percent);
    const nearest = Math.floor(percent * 100 + 0.5) / 100;
    if (class_at(classes, nearest) === own) return nearest;
    const other = (nearest > percent ? Math.floor(percent * 100) : Math.ceil(percent * 100)) / 100;
    return class_at(classes, other) === own ? other : percent;
}
