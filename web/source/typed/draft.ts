// What somebody is typing, from the key to the server: a copy on this device at every key, saved
// 0.8 s after the last one, kept through a dead server, a lost line, an ended session and a closed
// tab; merged field by field with what others saved meanwhile.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../server/server";
import { me } from "../words/first";
import { changed, is_same, merge, type Conflict, type Fields } from "./merge";

export type DraftState = "saved" | "waiting" | "saving" | "kept_here" | "conflict" | "not_taken";

export interface Saved {
    version: number;
    values: Fields;
}

export interface DraftRules {
    key: string; // of the copy on this device: targets/…
    server: Saved; // what was read
    read: () => Promise<Saved>; // the newest, after a 412
    // `base`: what the changes are changes of. What is wrong with them is a 422 that names all.
    write: (changes: Fields, version: number, base: Fields) => Promise<Saved>;
    // The field that a pointer of a refusal means, with the values that were refused.
    field_of?: (pointer: string, values: Fields) => string;
}

export interface Draft {
    values: Fields;
    version: number; // newest known
    state: DraftState;
    problem: Problem | null;
    conflicts: Conflict[];
    set: (field: string, value: unknown) => void;
    settle: (choices: Record<string, unknown>) => void; // of the conflicts
    flush: () => Promise<boolean>; // saves now; false when it could not
    insist: () => Promise<boolean>; // the same, with what was refused already
}

const delay = 800;
const retry_after = 4000;
const sent_max = 20; // tries whose answers were lost
const place = (key: string) => `rampung/${me?.id ?? ""}/${key}`;

interface Refused {
    value: unknown;
    faults: Problem["faults"];
}

// `base` holds of every field the value that it was typed on.
interface Copy {
    base: Saved;
    mine: Fields;
    sent: Fields[];
}

// A full or forbidden store must not stop anybody from typing.
function remember(key: string, copy: Copy | null) {
    try {
        if (copy) localStorage.setItem(place(key), JSON.stringify(copy));
        else localStorage.removeItem(place(key));
    } catch {
        // The server copy follows in a moment.
    }
}

export function remembered(key: string): Copy | null {
    try {
        const text = localStorage.getItem(place(key));
        return text ? (JSON.parse(text) as Copy) : null;
    } catch {
        return null;
    }
}

export const forget = (key: string) => remember(key, null);

// The machine behind a draft, without a screen: tests run it by itself.
export class DraftKeeper {
    base: Saved;
    mine: Fields;
    state: DraftState = "saved";
    problem: Problem | null = null;
    conflicts: Conflict[] = [];
    // What the fields in conflict were typed on: `base` has what the server has by now.
    private started: Fields = {};
    // Values that were refused, by field: they wait here for another key, and hold up no other.
    private refused = new Map<string, Refused>();
    // What went to the server since `base` was known, answered or not: when it turns up there, it
    // is mine and nobody else's.
    private sent: Fields[] = [];
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: Promise<boolean> | null = null;

    constructor(
        private rules: DraftRules,
        private tell: () => void,
    ) {
        this.base = rules.server;
        this.mine = { ...rules.server.values };
        const copy = remembered(rules.key);
        if (copy) this.take_up(copy);
    }

    // Until somebody has chosen, a field in conflict is kept with what it was typed on, so that
    // whoever takes it up asks again.
    private remember() {
        const base = { ...this.base, values: { ...this.base.values, ...this.started } };
        remember(this.rules.key, { base, mine: this.mine, sent: this.sent });
    }

    // Puts mine, typed on `base`, over what the server has now. A field that has what I sent before
    // its answer was lost was changed by me.
    private put_over(server: Saved, base: Fields, mine: Fields) {
        const theirs = server.values;
        const from: Fields = { ...base };
        for (const field of Object.keys(mine))
            if (this.sent.some((each) => field in each && is_same(each[field], theirs[field])))
                from[field] = theirs[field];
        const merged = merge(from, mine, theirs);
        this.base = server;
        this.mine = { ...theirs, ...merged.values };
        this.conflicts = merged.conflicts;
        this.started = Object.fromEntries(this.conflicts.map(({ field }) => [field, from[field]]));
        if (this.conflicts.length) this.state = "conflict";
    }

    private meet(server: Saved) {
        this.put_over(server, { ...this.base.values, ...this.started }, this.mine);
    }

    // What a closed tab left behind.
    private take_up(copy: Copy) {
        this.sent = copy.sent ?? [];
        this.put_over(this.base, copy.base.values, copy.mine);
        if (is_same(this.mine, this.base.values)) {
            remember(this.rules.key, null);
            return;
        }
        if (!this.conflicts.length) this.state = "waiting";
        this.later(0);
    }

    set(field: string, value: unknown) {
        this.mine = { ...this.mine, [field]: value };
        // What is typed while a choice is due is part of what is chosen from.
        this.conflicts = this.conflicts.map((each) =>
            each.field === field ? { ...each, mine: value } : each,
        );
        this.remember();
        this.state = "waiting";
        this.refused.delete(field);
        this.problem = this.refused.size ? this.refusal(this.problem) : null;
        this.later(delay);
        this.tell();
    }

    settle(choices: Record<string, unknown>) {
        this.mine = { ...this.mine, ...choices };
        this.conflicts = [];
        this.started = {};
        this.state = "waiting";
        this.remember();
        this.later(0);
        this.tell();
    }

    // A command or another answer brought a newer version.
    renew(server: Saved) {
        const is_older = server.version < this.base.version;
        const is_known = server.version === this.base.version;
        if (is_older || (is_known && is_same(server.values, this.base.values))) return;
        this.meet(server);
        if (!is_same(this.mine, server.values)) this.remember();
    }

    private later(milliseconds: number) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.flush(), milliseconds);
    }

    // What was refused may be welcome by now.
    insist(): Promise<boolean> {
        this.refused.clear();
        return this.flush();
    }

    async flush(): Promise<boolean> {
        clearTimeout(this.timer);
        if (this.running) {
            await this.running;
            return this.flush();
        }
        this.running = this.save().finally(() => (this.running = null));
        const good = await this.running;
        this.tell();
        return good;
    }

    private async save(): Promise<boolean> {
        for (let attempt = 0; attempt < 5; ++attempt) {
            const changes = this.sendable();
            if (!Object.keys(changes).length) {
                if (this.conflicts.length) return this.wait_for_choice();
                if (this.refused.size) return this.fail(this.refusal(this.problem));
                // With nothing typed here, a copy is another tab's: it is not ours to clear.
                if (this.state !== "saved") this.finish();
                return true;
            }
            this.state = "saving";
            this.sent = [...this.sent, changes].slice(-sent_max);
            this.remember();
            this.tell();
            try {
                const saved = await this.rules.write(changes, this.base.version, this.base.values);
                this.accept(saved, changes);
                if (is_same(this.mine, this.base.values)) {
                    this.finish();
                    return true;
                }
            } catch (fault) {
                const problem =
                    fault instanceof Problem ? fault : new Problem(0, { detail: String(fault) });
                if (this.set_aside(problem, changes)) continue;
                if (problem.status !== 412) return this.fail(problem);
                if (!(await this.catch_up())) return false;
                this.tell();
            }
        }
        this.later(delay);
        return false;
    }

    // Without what waits for a choice or another key.
    private sendable(): Fields {
        const changes = changed(this.base.values, this.mine);
        for (const { field } of this.conflicts) delete changes[field];
        for (const [field, { value }] of this.refused)
            if (is_same(changes[field], value)) delete changes[field];
            else this.refused.delete(field);
        return changes;
    }

    // The fields that a refusal points at wait; the others can be sent without them. False when it
    // points at none of what was sent.
    private set_aside(problem: Problem, changes: Fields): boolean {
        const before = this.refused.size;
        const values = { ...this.base.values, ...changes };
        for (const { pointer, detail } of problem.faults) {
            const name = pointer.split("/")[1] ?? "";
            const field = this.rules.field_of?.(pointer, values) ?? name;
            if (!(field in changes)) continue;
            const known = this.refused.get(field)?.faults ?? [];
            const faults = [...known, { pointer: `/${field}`, detail }];
            this.refused.set(field, { value: changes[field], faults });
        }
        if (this.refused.size === before) return false;
        this.problem = this.refusal(problem);
        return true;
    }

    // One refusal that names every field that waits.
    private refusal(last: Problem | null): Problem {
        const errors = [...this.refused.values()].flatMap(({ faults }) => faults);
        const detail = errors.length > 1 ? last?.body.title : errors[0]?.detail;
        return new Problem(422, { ...last?.body, detail, errors });
    }

    // What was typed while the answer was on its way stays, and so does what waits.
    private accept(saved: Saved, changes: Fields) {
        const typed = changed({ ...this.base.values, ...changes }, this.mine);
        this.base = saved;
        this.mine = { ...saved.values, ...typed };
        this.sent = [];
        if (Object.keys(typed).length) this.remember();
    }

    private async catch_up(): Promise<boolean> {
        try {
            this.meet(await this.rules.read());
            this.remember();
            return true;
        } catch (fault) {
            return this.fail(
                fault instanceof Problem ? fault : new Problem(0, { detail: String(fault) }),
            );
        }
    }

    private wait_for_choice(): boolean {
        this.state = "conflict";
        return false;
    }

    private finish() {
        this.state = "saved";
        this.problem = null;
        this.sent = [];
        this.conflicts = [];
        this.started = {};
        this.refused.clear();
        remember(this.rules.key, null);
    }

    private fail(problem: Problem): boolean {
        this.problem = problem;
        const passes = problem.status === 0 || problem.status === 401 || problem.status >= 429;
        this.state = passes ? "kept_here" : "not_taken";
        if (passes) this.later(retry_after);
        return false;
    }

    stop() {
        clearTimeout(this.timer);
    }
}

// `rules.key` names the thing: another key is another draft.
export function use_draft(rules: DraftRules): Draft {
    const [, redraw] = useState(0);
    const keeper = useRef<{ key: string; it: DraftKeeper } | null>(null);
    const latest = useRef(rules);
    latest.current = rules;
    if (keeper.current?.key !== rules.key) {
        keeper.current?.it.stop();
        keeper.current = {
            key: rules.key,
            it: new DraftKeeper(
                {
                    key: rules.key,
                    server: rules.server,
                    read: () => latest.current.read(),
                    write: (...sent) => latest.current.write(...sent),
                    field_of: rules.field_of,
                },
                () => redraw((count) => count + 1),
            ),
        };
    }
    const it = keeper.current.it;
    useEffect(() => it.renew(rules.server), [rules.server.version]);
    useEffect(() => {
        const now_online = () => void it.flush();
        addEventListener("online", now_online);
        return () => {
            removeEventListener("online", now_online);
            void it.flush();
        };
    }, [it]);
    return {
        values: it.mine,
        version: it.base.version,
        state: it.state,
        problem: it.problem,
        conflicts: it.conflicts,
        set: useCallback((field: string, value: unknown) => it.set(field, value), [it]),
        settle: useCallback((choices: Record<string, unknown>) => it.settle(choices), [it]),
        flush: useCallback(() => it.flush(), [it]),
        insist: useCallback(() => it.insist(), [it]),
    };
}
