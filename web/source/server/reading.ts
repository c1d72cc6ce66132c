// Reading from the API inside a component: what is there, what is wrong, and how to ask again.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { take_first } from "../words/first";
import { fetch_all, fetch_json, Problem } from "./server";

export interface Reading<T> {
    data?: T;
    problem?: Problem;
    is_loading: boolean;
    reload: () => Promise<void>;
    set: (data: T) => void; // what a command answered
}

function use_answer<T>(
    target: string | null,
    first: (target: string) => T | undefined,
    ask: (target: string) => Promise<T>,
): Reading<T> {
    const [state, change] = useState<{ for: string | null; data?: T; problem?: Problem }>(() => ({
        for: target,
        data: target ? first(target) : undefined,
    }));
    const wanted = useRef(target);
    wanted.current = target;
    const reload = useCallback(async () => {
        const asked = wanted.current;
        if (!asked) return;
        try {
            const data = await ask(asked);
            if (wanted.current === asked) change({ for: asked, data });
        } catch (fault) {
            const problem =
                fault instanceof Problem ? fault : new Problem(-1, { detail: String(fault) });
            if (wanted.current === asked)
                change((old) => ({
                    for: asked,
                    data: old.for === asked ? old.data : undefined,
                    problem,
                }));
        }
    }, []);
    const is_current = state.for === target;
    useEffect(() => {
        if (!is_current || (state.data === undefined && !state.problem)) void reload();
    }, [target]);
    const set = useCallback((data: T) => change({ for: wanted.current, data }), []);
    return {
        data: is_current ? state.data : undefined,
        problem: is_current ? state.problem : undefined,
        is_loading:
            target !== null && (!is_current || (state.data === undefined && !state.problem)),
        reload,
        set,
    };
}

// One resource by its address below /api/v1/; null asks nothing.
export const use_one = <T>(target: string | null): Reading<T> =>
    use_answer<T>(
        target && `/api/v1/${target}`,
        (at) => {
            const kept = take_first(at);
            return kept?.status === 200 ? (kept.body as T) : undefined;
        },
        (at) => fetch_json<T>(at),
    );

// A whole list, all its pages.
export const use_list = <T>(target: string | null): Reading<T[]> =>
    use_answer<T[]>(
        target && `/api/v1/${target}`,
        (at) => {
            const kept = take_first(at)?.body as { items: T[]; next: string | null } | undefined;
            return kept && !kept.next ? kept.items : undefined;
        },
        (at) => fetch_all<T>(at),
    );
