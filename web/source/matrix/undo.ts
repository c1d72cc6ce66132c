// What was done to a matrix, so that it can be taken back step by step. Pure.
import { is_same, type Fields } from "../typed/merge";

export interface FieldChange {
    row: string;
    field: string;
    before: unknown;
    after: unknown;
}

export interface Step {
    changes: FieldChange[];
    added: string[]; // rows that were not there before
    removed: string[]; // rows that were
}

const steps_max = 200;

export class Undo {
    private steps: Step[] = [];

    push(step: Partial<Step>) {
        const whole = { changes: [], added: [], removed: [], ...step };
        if (!whole.changes.length && !whole.added.length && !whole.removed.length) return;
        this.steps.push(whole);
        if (this.steps.length > steps_max) this.steps.shift();
    }

    get is_empty() {
        return !this.steps.length;
    }

    // The last step, which is now to be taken back.
    pop(): Step | null {
        return this.steps.pop() ?? null;
    }

    forget(step: (each: Step) => boolean) {
        this.steps = this.steps.filter((each) => !step(each));
    }
}

// The fields in which a row differs from what it was.
export const changes_between = (row: string, before: Fields, after: Fields): FieldChange[] =>
    Object.keys(after)
        .filter((field) => !is_same(before[field], after[field]))
        .map((field) => ({ row, field, before: before[field], after: after[field] }));

// What taking a change back means for a row that others may have changed since: only fields that
// still are as the change left them.
export const still_standing = (changes: FieldChange[], row: string, now: Fields): FieldChange[] =>
    changes.filter((each) => each.row === row && is_same(now[each.field], each.after));
