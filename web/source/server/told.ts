// What changes outside of the components: a component listens, and looks again as it begins to, for
// what a child of it told on being drawn was told before anybody listened.
import { useEffect, useRef, useState } from "preact/hooks";

export type Listeners = Set<() => void>;

// What `read` gives now, and anew whenever the listeners are told. An equal answer draws nothing.
export function use_told<T>(listeners: Listeners, read: () => T): T {
    const [, redraw] = useState(0);
    const shown = useRef({ read, value: read() });
    shown.current = { read, value: read() };
    useEffect(() => {
        const look = () => {
            if (shown.current.read() !== shown.current.value) redraw((count) => count + 1);
        };
        listeners.add(look);
        look();
        return () => void listeners.delete(look);
    }, [listeners]);
    return shown.current.value;
}
