// What a target's record looks like as typed and as sent: percentages, numbers in the reader's
// notation, and the fields that are edited. Pure, but for the language.
import type { Fields } from "../typed/merge";
import { locale, type Shapes } from "../words/first";
import { read_number, write_number } from "../words/format";

export interface Round {
    round: number;
    state: string;
    achievement: string | null;
    achieved_quantity: number | null;
    percent: number | null;
    percent_shown?: number | null; // of the class's side
    class_name?: string | null;
    class_colour?: string | null;
    class_letter?: string | null;
    obstacles: string | null;
    follow_up: string | null;
    reason?: string | null;
    scores: Shapes["target_item"]["scores"];
    reported_by?: { id: string; name: string } | null;
    endorsed_by?: { id: string; name: string } | null;
    evidence: Shapes["evidence"][];
}

export type TargetItem = Shapes["target_item"] &
    Pick<Round, "reason" | "reported_by" | "endorsed_by">;
export type Target = Shapes["target"] & TargetItem & { editable?: boolean; rounds?: Round[] };

// Not capped; null where there is nothing to divide by.
export function percent_of(achieved: number | null, quantity: number | null): number | null {
    if (achieved === null || !quantity) return null;
    const percent = (100 * achieved) / quantity;
    // 0.07 of 0.07 is 100.00000000000001 in binary: nobody exceeded that target.
    return percent < 1e6 ? Math.floor(percent * 1e9 + 0.5) / 1e9 : percent;
}

// The fields of the form. The quantity is kept as typed, so that nobody's "3,0" becomes "3" while
// they are still typing "3,05"; `typed` is what the form shows now.
export function fields_of(target: TargetItem, typed: string | null): Fields {
    const is_same = typed !== null && read_number(typed) === target.achieved_quantity;
    return {
        achievement: target.achievement ?? "",
        achieved_quantity: is_same ? typed : write_number(target.achieved_quantity),
        obstacles: target.obstacles ?? "",
        follow_up: target.follow_up ?? "",
    };
}

// What is sent of it; undefined when the quantity is no number.
export function body_of(changes: Fields): object | undefined {
    if (!("achieved_quantity" in changes)) return changes;
    const quantity = read_number(String(changes["achieved_quantity"] ?? ""));
    return quantity === undefined ? undefined : { ...changes, achieved_quantity: quantity };
}

// The classes of a kind in the reader's language, for a form that lets somebody choose one.
export const classes_of = (kind: Shapes["kind"] | undefined) =>
    kind?.classes.map((each) => ({ code: each.code, name: each.name[locale] }));
