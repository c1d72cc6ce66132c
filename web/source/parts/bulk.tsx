// Choosing many and doing one thing with them: the count in a bar at the bottom, an outcome for each.
import { useState } from "preact/hooks";
import type { BulkOutcome } from "../server/commands";
import { words } from "../words/words";

const say = words({
    id: {
        chosen: (count: string | number) => `${count} dipilih`,
        clear: "Batalkan pilihan",
        all_done: (title: string | number, count: string | number) => `${title}: ${count} selesai.`,
        some_done: (title: string | number, good: string | number, bad: string | number) =>
            `${title}: ${good} selesai, ${bad} belum. Alasannya ada pada tiap baris.`,
    },
    en: {
        chosen: (count: string | number) => `${count} chosen`,
        clear: "Clear the choice",
        all_done: (title: string | number, count: string | number) => `${title}: ${count} done.`,
        some_done: (title: string | number, good: string | number, bad: string | number) =>
            `${title}: ${good} done, ${bad} not. Each row says why.`,
    },
});

export function use_chosen(ids: string[]) {
    const [chosen, choose] = useState<Set<string>>(new Set());
    const [faults, fail] = useState<Map<string, string>>(new Map());
    const here = ids.filter((id) => chosen.has(id));
    return {
        ids: here,
        count: here.length,
        is_all: here.length > 0 && here.length === ids.length,
        has: (id: string) => chosen.has(id),
        toggle: (id: string) => {
            const next = new Set(chosen);
            if (!next.delete(id)) next.add(id);
            choose(next);
        },
        toggle_all: () => choose(new Set(here.length === ids.length ? [] : ids)),
        clear: () => choose(new Set()),
        fault_of: (id: string) => faults.get(id) ?? null,
        // What could not be done stays chosen, with its reason.
        report: (outcomes: BulkOutcome<unknown>[]) => {
            const bad = outcomes.filter((one) => one.status >= 300);
            fail(
                new Map(
                    bad.map((one) => [
                        one.id,
                        one.problem?.reason ?? one.problem?.detail ?? String(one.status),
                    ]),
                ),
            );
            choose(new Set(bad.map((one) => one.id)));
        },
        sentence: (title: string, outcomes: BulkOutcome<unknown>[]) => {
            const bad = outcomes.filter((one) => one.status >= 300).length;
            return bad
                ? say.some_done(title, outcomes.length - bad, bad)
                : say.all_done(title, outcomes.length);
        },
    };
}

// Enter on a tick gives the command, as in a form: by keyboard the bar is far away behind the list.
export const on_enter = (count: number, run: () => void) => (event: KeyboardEvent) => {
    const is_tick = (event.target as HTMLInputElement).type === "checkbox";
    if (event.key !== "Enter" || !is_tick || !count) return;
    event.preventDefault();
    run();
};

export function BulkBar(asked: {
    count: number;
    title: string;
    is_busy: boolean;
    on_run: () => void;
    on_clear: () => void;
}) {
    if (!asked.count) return null;
    return (
        <div class="bulk" role="group" aria-label={asked.title}>
            <span>{say.chosen(asked.count)}</span>
            <button type="button" class="primary" disabled={asked.is_busy} onClick={asked.on_run}>
                {asked.title} ({asked.count})
            </button>
            <button type="button" onClick={asked.on_clear}>
                {say.clear}
            </button>
        </div>
    );
}
