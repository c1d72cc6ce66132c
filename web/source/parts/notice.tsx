// What just happened, said once where everybody hears it, with a way back where there is one. Good
// news floats for a while, where it covers nothing that one could press, and goes by itself. Bad
// news stays until it is closed, and stands in the page, so that it never covers anything.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../words/words";

const say = words({
    id: { undo: "Urungkan", close: "Tutup" },
    en: { undo: "Undo", close: "Close" },
});

export interface Notice {
    text: string;
    is_bad?: boolean;
    undo?: () => Promise<void>;
}

const shown_ms = 8_000;
const shown_with_undo_ms = 20_000; // time enough to read, decide and get there by keyboard

let show: (notice: Notice | null) => void = () => undefined;

// Says it in the status region, and moves the focus there: an action must never end on the body.
export function announce(notice: Notice, options: { takes_focus?: boolean } = {}) {
    show(notice);
    if (!(options.takes_focus ?? true)) return;
    const region = document.getElementById("notice");
    const as_it_is = { preventScroll: true };
    region?.focus(as_it_is); // before the button that was pressed may go
    requestAnimationFrame(() => region?.focus(as_it_is)); // after a closing dialog gave it back
}

// Where it is: below, above, or in the page, where it covers nothing. It never goes back.
const places = ["low", "high", "inside"];
const pressable = "a[href], button, input, select, textarea, summary";

function covers_something(region: HTMLElement): boolean {
    const mine = region.getBoundingClientRect();
    return [...document.querySelectorAll(pressable)].some((each) => {
        if (region.contains(each)) return false;
        const { left, right, top, bottom, width, height } = each.getBoundingClientRect();
        const meets =
            left < mine.right && right > mine.left && top < mine.bottom && bottom > mine.top;
        return meets && width > 0 && height > 0;
    });
}

function put(region: HTMLElement) {
    let at = places.indexOf(region.dataset["place"]!);
    while (at < 2 && covers_something(region)) region.dataset["place"] = places[++at];
}

// Goes when its time is over, unless somebody points at it or is on one of its buttons.
function use_end(notice: Notice | null, region: { current: HTMLElement | null }, end: () => void) {
    useEffect(() => {
        if (!notice || notice.is_bad) return;
        const is_in_use = () =>
            region.current?.matches(":hover, :has(:focus)") && document.hasFocus();
        let timer = setTimeout(look, notice.undo ? shown_with_undo_ms : shown_ms);
        function look() {
            if (is_in_use()) timer = setTimeout(look, 1000);
            else end();
        }
        return () => clearTimeout(timer);
    }, [notice]);
}

// A notice of a page that one has left goes with it, unless it is the news of how one came here.
export function NoticeRegion(asked: { path: string }) {
    const [notice, change] = useState<Notice | null>(null);
    const [is_busy, busy] = useState(false);
    const region = useRef<HTMLDivElement>(null);
    useEffect(() => {
        show = change;
    }, []);
    useEffect(() => change((old) => (old?.is_bad ? null : old)), [asked.path]);
    use_end(notice, region, () => change(null));
    useLayoutEffect(() => {
        const element = region.current;
        if (!notice || !element) return;
        element.dataset["place"] = notice.is_bad ? "inside" : "low";
        const place = () => put(element);
        place();
        if (element.dataset["place"] === "inside") element.scrollIntoView({ block: "nearest" });
        const moves = ["scroll", "resize", "transitionend"];
        for (const each of moves) addEventListener(each, place, { passive: true });
        const grown = new ResizeObserver(place);
        grown.observe(document.body);
        return () => {
            for (const each of moves) removeEventListener(each, place);
            grown.disconnect();
        };
    }, [notice]);
    return (
        <div
            id="notice"
            ref={region}
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
                    onClick={() => {
                        region.current?.focus({ preventScroll: true });
                        change(null);
                    }}
                >
                    ×
                </button>
            )}
        </div>
    );
}
