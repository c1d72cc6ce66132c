// What a period report lacks, each with its reason: as read, and as written by who submits it.
import { useState } from "preact/hooks";
import { Field, LongText, State } from "../parts/basics";
import type { TargetItem } from "../target/achievement";
import type { Kept } from "../typed/kept";
import { words } from "../words/words";
import type { Gap } from "./report_item";

const say = words({
    id: {
        target: "Target belum selesai",
        report: "Laporan wilayah belum diterima",
        reason: "Alasan",
        label: (name: string | number) => `Alasan: ${name}`,
        missing: "Alasannya belum ada.",
        none: "belum beralasan",
        same: "Alasan yang sama untuk semua yang masih kosong",
        same_hint: (count: string | number) => `${count} masih kosong.`,
        fill: "Isikan",
        kept: "Alasan tersimpan di perangkat ini sampai laporan diajukan.",
    },
    en: {
        target: "Target not final",
        report: "Report of a region not received",
        reason: "Reason",
        label: (name: string | number) => `Reason: ${name}`,
        missing: "There is no reason yet.",
        none: "no reason yet",
        same: "The same reason for all that are still empty",
        same_hint: (count: string | number) => `${count} are still empty.`,
        fill: "Fill in",
        kept: "Reasons are kept on this device until the report is submitted.",
    },
});

export type Reasons = Record<string, string>; // by gap
export type ShownGap = Omit<Gap, "reason"> & { reason: string; target?: TargetItem };

export const reason_of = (gap: Gap, typed: Reasons) => typed[gap.id] ?? gap.reason ?? "";

// A gap is a target or a report of a region below: tidy allows names_where_defined: no command.
const what_of = (gap: ShownGap) => (gap.what === "report" ? say.report : say.target);

// The way down to the record and its evidence.
function Label(asked: { gap: ShownGap }) {
    const { gap } = asked;
    const text = gap.label ?? gap.id;
    return gap.target ? <a href={`/capaian/${gap.id}`}>{text}</a> : <strong>{text}</strong>;
}

function Beside(asked: { gap: ShownGap }) {
    const { target } = asked.gap;
    return (
        <p class="beside">
            <span>{what_of(asked.gap)}</span>
            {target && <State resource="targets" state={target.state} />}
            {target?.agency && <span>{target.agency.name}</span>}
        </p>
    );
}

export function Gaps(asked: { gaps: ShownGap[] }) {
    return (
        <ul>
            {asked.gaps.map((gap) => (
                <li key={gap.id} class="comment">
                    <Label gap={gap} />
                    <Beside gap={gap} />
                    <p class="quote">{gap.reason || say.none}</p>
                </li>
            ))}
        </ul>
    );
}

export function GapsToExplain(asked: {
    gaps: ShownGap[];
    kept: Kept<Reasons>;
    is_checked: boolean; // whether empty ones are marked by now
}) {
    const { gaps, kept } = asked;
    const empty = gaps.filter((each) => !each.reason.trim());
    return (
        <>
            {empty.length > 1 && (
                <SameForAll
                    count={empty.length}
                    on_fill={(text) =>
                        kept.set({
                            ...kept.value,
                            ...Object.fromEntries(empty.map((each) => [each.id, text])),
                        })
                    }
                />
            )}
            <ul>
                {gaps.map((gap) => (
                    <li key={gap.id} class="comment pair">
                        <div>
                            <Label gap={gap} />
                            <Beside gap={gap} />
                        </div>
                        <Reason gap={gap} kept={kept} is_checked={asked.is_checked} />
                    </li>
                ))}
            </ul>
            {gaps.length > 0 && <p class="hint">{say.kept}</p>}
        </>
    );
}

function Reason(asked: { gap: ShownGap; kept: Kept<Reasons>; is_checked: boolean }) {
    const { gap, kept } = asked;
    const is_missing = asked.is_checked && !gap.reason.trim();
    const id = `gap-${gap.id}`;
    return (
        <div>
            {is_missing && (
                <p class="fault" id={`${id}-fault`}>
                    {say.missing}
                </p>
            )}
            <LongText
                id={id}
                class="short"
                rows={1}
                aria-label={say.label(gap.label ?? gap.id)}
                aria-invalid={is_missing || undefined}
                aria-describedby={is_missing ? `${id}-fault` : undefined}
                placeholder={say.reason}
                value={gap.reason}
                on_text={(text) => kept.set({ ...kept.value, [gap.id]: text })}
            />
        </div>
    );
}

function SameForAll(asked: { count: number; on_fill: (text: string) => void }) {
    const [text, type] = useState("");
    return (
        <form
            class="no-print"
            onSubmit={(event) => {
                event.preventDefault();
                if (text.trim()) asked.on_fill(text.trim());
                type("");
            }}
        >
            <Field id="gap-same" label={say.same} hint={say.same_hint(asked.count)}>
                <LongText
                    id="gap-same"
                    class="short"
                    rows={1}
                    value={text}
                    on_text={type}
                    aria-describedby="gap-same-hint"
                />
            </Field>
            <button disabled={!text.trim()}>{say.fill}</button>
        </form>
    );
}
