// Where what was typed is by now, in words: on the server, on its way, or on this device only.
import type { Draft, DraftState } from "../typed/draft";
import { words } from "../words/words";

const say = words({
    id: {
        saved: "Semua ketikan tersimpan",
        waiting: "Menyimpan…",
        kept_here: "Tersimpan di perangkat ini, dikirim lagi begitu server terjangkau",
        conflict: "Belum tersimpan: orang lain mengubah isian yang sama",
        not_taken: "Belum tersimpan",
        others_saved: (count: string | number) =>
            `${count} isian perlu diperbaiki; isian lainnya sudah tersimpan`,
        again: "Simpan sekarang",
    },
    en: {
        saved: "All that was typed is saved",
        waiting: "Saving…",
        kept_here: "Kept on this device, sent again as soon as the server can be reached",
        conflict: "Not saved yet: somebody else changed the same field",
        not_taken: "Not saved",
        others_saved: (count: string | number) =>
            Number(count) === 1
                ? "1 field needs mending; the others are saved"
                : `${count} fields need mending; the others are saved`,
        again: "Save now",
    },
});

const text_of: Record<DraftState, string> = {
    saved: say.saved,
    waiting: say.waiting,
    saving: say.waiting,
    kept_here: say.kept_here,
    conflict: say.conflict,
    not_taken: say.not_taken,
};

export function SaveState(asked: {
    draft: Draft;
    label_of: (field: string) => string;
    id_of: (field: string) => string;
}) {
    const { state, problem, insist } = asked.draft;
    const told = state === "not_taken" ? (problem?.faults ?? []) : [];
    const ids = told.map((each) => asked.id_of(each.pointer.slice(1)));
    const faults = told.filter((_, at) => ids.indexOf(ids[at]!) === at); // one for each field
    const is_under_way = state === "waiting" || state === "saving";
    const is_stuck = state === "kept_here" || state === "not_taken";
    return (
        <div class={state === "not_taken" ? "saving fault" : "saving"}>
            {/* Only where it ends is said aloud, not every key. */}
            <div role="status">
                {!is_under_way && text_of[state]}
                {state === "not_taken" && problem && !faults.length && `: ${problem.message}`}
                {faults.length > 0 && (
                    <>
                        {`. ${say.others_saved(faults.length)}`}
                        <ul class="dots">
                            {faults.map((each) => (
                                <li key={each.pointer}>
                                    <a href={`#${asked.id_of(each.pointer.slice(1))}`}>
                                        {asked.label_of(each.pointer.slice(1))}
                                    </a>
                                    {`: ${each.detail}`}
                                </li>
                            ))}
                        </ul>
                    </>
                )}
            </div>
            {is_under_way && <span>{text_of[state]}</span>}
            {is_stuck && (
                <button type="button" onClick={() => void insist()}>
                    {say.again}
                </button>
            )}
        </div>
    );
}
