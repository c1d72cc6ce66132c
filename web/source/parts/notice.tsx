// What just happened, said once where everybody hears it, with a way back where there is one.
import { useEffect, useState } from "preact/hooks";
import { words } from "../words";

const say = words({
    id: { undo: "Urungkan", close: "Tutup" },
    en: { undo: "Undo", close: "Close" },
});

export interface Notice {
    text: string;
    is_bad?: boolean;
    undo?: () => Promise<void>;
}

let show: (notice: Notice | null) => void = () => undefined;

// Says it in the status region, and moves the focus there: an action must never end on the body.
export function announce(notice: Notice, options: { takes_focus?: boolean } = {}) {
    show(notice);
    if (!(options.takes_focus ?? true)) return;
    const region = document.getElementById("notice");
    region?.focus(); // before the button that was pressed may go
    requestAnimationFrame(() => region?.focus()); // after a dialog that closes gave it back
}

export function NoticeRegion() {
    const [notice, change] = useState<Notice | null>(null);
    const [is_busy, busy] = useState(false);
    useEffect(() => {
        show = change;
    }, []);
    return (
        <div
            id="notice"
            class={notice ? (notice.is_bad ? "notice bad" : "notice") : "notice empty"}
            role="status"
            tabIndex={-1}
        >
            {notice && <span>{notice.text}</span>}
            {notice?.undo && (
                <button
                    type="button"
                    disabled={is_busy}
                    onClick={() => {
                        busy(true);
                        void notice.undo?.().finally(() => busy(false));
                    }}
                >
                    {say.undo}
                </button>
            )}
            {notice && (
                <button
                    type="button"
                    class="quiet"
                    aria-label={say.close}
                    onClick={() => change(null)}
                >
                    ×
                </button>
            )}
        </div>
    );
}
