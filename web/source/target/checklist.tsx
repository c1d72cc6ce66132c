// The files that each target of the kind is to show, one by one: who must have signed them, what
// one is like, whether it is there, and a way to bring it.
import { useRef } from "preact/hooks";
import { accepted } from "../server/upload";
import { words } from "../words/words";
import type { Target } from "./achievement";

const say = words({
    id: {
        title: "Berkas yang harus ada",
        there: "sudah ada",
        lacking: "belum ada",
        signed_by: (who: string | number) => `Ditandatangani ${who}.`,
        example: (what: string | number) => `Contoh: ${what}.`,
        upload: (what: string | number) => `Unggah ${what}`,
    },
    en: {
        title: "Files that must be there",
        there: "is there",
        lacking: "is missing",
        signed_by: (who: string | number) => `Signed by ${who}.`,
        example: (what: string | number) => `For example ${what}.`,
        upload: (what: string | number) => `Upload ${what}`,
    },
});

type Item = Target["evidence_checklist"][number];
// Without it nothing can be brought.
export type Bring = (files: File[], item: Item) => void;

export function Checklist(asked: { target: Target; on_files?: Bring }) {
    const items = asked.target.evidence_checklist;
    if (!items.length) return null;
    return (
        <ul class="checklist" aria-label={say.title}>
            {items.map((each) => (
                <li key={each.code} class={each.present ? "there" : undefined}>
                    <strong>{each.title}</strong> {each.present ? say.there : say.lacking}
                    <p class="hint">
                        {each.kind_title}. {each.signed_by && say.signed_by(each.signed_by)}{" "}
                        {each.example && say.example(each.example)}
                    </p>
                    {asked.on_files && <Choose item={each} on_files={asked.on_files} />}
                </li>
            ))}
        </ul>
    );
}

function Choose(asked: { item: Item; on_files: Bring }) {
    const input = useRef<HTMLInputElement>(null);
    const { item } = asked;
    return (
        <>
            <input
                ref={input}
                type="file"
                id={`evidence-file-${item.code}`}
                multiple
                hidden
                accept={accepted}
                onChange={(event) => {
                    const files = [...(event.currentTarget.files ?? [])];
                    if (files.length) asked.on_files(files, item);
                    event.currentTarget.value = "";
                }}
            />
            <button type="button" onClick={() => input.current?.click()}>
                {say.upload(item.title)}
            </button>
        </>
    );
}
