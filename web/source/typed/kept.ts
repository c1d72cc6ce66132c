// What somebody types before it is sent by a button: a comment, a reason. A copy stays on this
// device through a reload, a closed tab or an ended session, until the server has it.
import { useCallback, useEffect, useState } from "preact/hooks";
import { me } from "../words/first";

const place = (key: string) => `rampung/${me?.id ?? ""}/kept/${key}`;

function recall<T>(key: string, start: T): T {
    try {
        const text = localStorage.getItem(place(key));
        return text ? (JSON.parse(text) as T) : start;
    } catch {
        return start;
    }
}

// A full or forbidden store must not stop anybody from typing.
function remember(key: string, value: unknown) {
    try {
        if (value === undefined) localStorage.removeItem(place(key));
        else localStorage.setItem(place(key), JSON.stringify(value));
    } catch {
        // It is still on the screen.
    }
}

export interface Kept<T> {
    value: T;
    set: (value: T) => void;
    clear: () => void; // the server has it
}

export function use_kept<T>(key: string, start: T): Kept<T> {
    const [held, hold] = useState(() => ({ key, value: recall(key, start) }));
    useEffect(() => {
        if (held.key !== key) hold({ key, value: recall(key, start) });
    }, [key]);
    const set = useCallback(
        (value: T) => {
            remember(key, value);
            hold({ key, value });
        },
        [key],
    );
    const clear = useCallback(() => {
        remember(key, undefined);
        hold({ key, value: start });
    }, [key]);
    return { value: held.key === key ? held.value : recall(key, start), set, clear };
}
