// A text with what changed in it since an earlier wording: put in underlined, taken out struck
// through, each also said to who cannot see it.
import { words } from "../words/words";
import { word_diff } from "./diff";

const say = words({
    id: { added: "ditambah", removed: "dihapus", end: "akhir", empty: "(kosong)" },
    en: { added: "added", removed: "removed", end: "end", empty: "(empty)" },
});

export function Wording(asked: { before: string; after: string }) {
    if (asked.before === asked.after) return <>{asked.after || say.empty}</>;
    return (
        <>
            {word_diff(asked.before, asked.after).map((piece, at) => {
                if (piece.kind === "same") return piece.text;
                const Marked = piece.kind;
                return (
                    <Marked key={at}>
                        <span class="unseen">
                            [{piece.kind === "ins" ? say.added : say.removed}:{" "}
                        </span>
                        {piece.text}
                        <span class="unseen">]</span>
                    </Marked>
                );
            })}
        </>
    );
}
