// Which rows of a plan's matrix exist on this device only: their texts are drafts like any other,
// this remembers that there are such.
import type { Fields } from "../typed/merge";
import { me } from "../words/first";

export interface NewRow {
    key: string; // of its draft, and of the request that makes it
    sent?: Fields; // what went off and was not answered yet
}

export function new_rows(plan: string) {
    const place = `rampung/${me?.id ?? ""}/plans/${plan}/new_rows`;
    return {
        get all(): NewRow[] {
            try {
                return JSON.parse(localStorage.getItem(place) ?? "[]") as NewRow[];
            } catch {
                return [];
            }
        },
        // A full or forbidden store must not stop anybody from typing.
        keep(rows: NewRow[]) {
            try {
                if (rows.length) localStorage.setItem(place, JSON.stringify(rows));
                else localStorage.removeItem(place);
            } catch {
                // The rows are still on the screen.
            }
        },
    };
}
