// Answers to an import: sent one after the other, each on what the one before came to.
import { useRef, useState } from "preact/hooks";
import type { Reading } from "../server/reading";
import type { Problem } from "../server/server";
import { answer_import, command_import, type Import, type ImportAnswers } from "../server/sheets";

export interface Answering {
    answer: (answers: ImportAnswers) => void;
    command: (name: string) => Promise<Import | null>; // null: it was refused
    problem: Problem | null;
    is_busy: boolean;
}

export function use_answering(reading: Reading<Import>): Answering {
    const [problem, fail] = useState<Problem | null>(null);
    const [waiting, wait_for] = useState(0);
    const last = useRef<Promise<unknown>>(Promise.resolve());
    const newest = useRef<Import | null>(null);
    const known = reading.data;
    if (known && (newest.current?.version ?? 0) < known.version) newest.current = known;

    // What somebody else did meanwhile is shown beside the refusal.
    async function attempt(what: (of: Import) => Promise<Import>): Promise<Import | null> {
        try {
            const done = await what(newest.current!);
            newest.current = done;
            reading.set(done);
            fail(null);
            return done;
        } catch (fault) {
            fail(fault as Problem);
            await reading.reload();
            return null;
        }
    }

    function next(what: (of: Import) => Promise<Import>): Promise<Import | null> {
        wait_for((count) => count + 1);
        const done = last.current
            .then(() => attempt(what))
            .finally(() => wait_for((count) => count - 1));
        last.current = done;
        return done;
    }

    return {
        answer: (answers) => void next((of) => answer_import(of, answers)),
        command: (name) =>
            next((of) => command_import(of, of.commands.find((each) => each.name === name)!)),
        problem,
        is_busy: waiting > 0,
    };
}
