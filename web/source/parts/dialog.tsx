// A question that must be answered before anything else: the browser's own dialog, which keeps the
// focus inside and gives it back.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words";

const say = words({ id: { close: "Tutup" }, en: { close: "Close" } });

export function Dialog(asked: {
    title: string;
    on_close: () => void;
    children: ComponentChildren;
    is_wide?: boolean;
}) {
    const element = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        const dialog = element.current;
        if (dialog && !dialog.open) dialog.showModal();
        return () => dialog?.close();
    }, []);
    return (
        <dialog
            ref={element}
            class={asked.is_wide ? "wide" : undefined}
            aria-labelledby="dialog-title"
            onCancel={(event) => {
                event.preventDefault();
                asked.on_close();
            }}
        >
            <div class="dialog-head">
                <h2 id="dialog-title">{asked.title}</h2>
                <button type="button" class="quiet" onClick={asked.on_close} aria-label={say.close}>
                    ×
                </button>
            </div>
            {asked.children}
        </dialog>
    );
}
