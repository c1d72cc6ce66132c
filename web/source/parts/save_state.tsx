// Where what was typed is by now, in words: on the server, on its way, or on this device only.
import type { Draft, DraftState } from "../draft";
import { words } from "../words";

const say = words({
    id: {
        saved: "Semua ketikan tersimpan",
        waiting: "Menyimpan…",
        kept_here: "Tersimpan di perangkat ini, dikirim lagi begitu server terjangkau",
        conflict: "Belum tersimpan: orang lain mengubah isian yang sama",
        refused: "Belum tersimpan",
        again: "Simpan sekarang",
    },
    en: {
        saved: "All that was typed is saved",
        waiting: "Saving…",
        kept_here: "Kept on this device, sent again as soon as the server can be reached",
        conflict: "Not saved yet: somebody else changed the same field",
        refused: "Not saved",
        again: "Save now",
    },
});

const text_of: Record<DraftState, string> = {
    saved: say.saved,
    waiting: say.waiting,
    saving: say.waiting,
    kept_here: say.kept_here,
    conflict: say.conflict,
    refused: say.refused,
};

export function SaveState(asked: { draft: Draft }) {
    const { state, problem, flush } = asked.draft;
    const is_under_way = state === "waiting" || state === "saving";
    const is_stuck = state === "kept_here" || state === "refused";
    return (
        <div class={state === "refused" ? "saving fault" : "saving"}>
            {/* Only where it ends is said aloud, not every key. */}
            <span role="status">
                {!is_under_way && text_of[state]}
                {state === "refused" && problem && `: ${problem.message}`}
            </span>
            {is_under_way && <span>{text_of[state]}</span>}
            {is_stuck && (
                <button type="button" onClick={() => void flush()}>
                    {say.again}
                </button>
            )}
        </div>
    );
}
