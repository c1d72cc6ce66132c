// The form of a command: one field for each member of the body that it needs or takes. The names of
// members are the API's; which of them a command wants, the API says.
import { useState } from "preact/hooks";
import type { Command, Commandable } from "../server/commands";
import type { Problem } from "../server/server";
import { machines } from "../words/first";
import { read_number, today } from "../words/format";
import { words } from "../words/words";
import { ErrorSummary, Field, LongText } from "./basics";
import { Dialog } from "./dialog";

const say = words({
    id: {
        reason: "Alasan",
        reason_hint: "Ditulis untuk yang menerima: apa yang perlu diubah atau mengapa.",
        administration: "Nilai administrasi (0–100)",
        administration_hint: "Tepat waktu, lengkap, bentuknya benar.",
        substance: "Nilai substansi (0–100)",
        substance_hint: "Capaian terbukti oleh data dukung.",
        until: "Dibuka sampai",
        decree_number: "Nomor SK/Peraturan",
        decree_date: "Tanggal penetapan",
        decree_scan: "Pindaian dokumen (diunggah di tab Dokumen)",
        class: "Kelas capaian",
        class_automatic: "otomatis dari persentase",
        cancel: "Batal",
        sensitive: "Kata sandi dapat diminta.",
    },
    en: {
        reason: "Reason",
        reason_hint: "Written for who gets it: what to change, or why.",
        administration: "Administration score (0–100)",
        administration_hint: "On time, complete, in the right form.",
        substance: "Substance score (0–100)",
        substance_hint: "The evidence proves the achievement.",
        until: "Open until",
        decree_number: "Decree number",
        decree_date: "Date of adoption",
        decree_scan: "Scan of the document (uploaded under Documents)",
        class: "Achievement class",
        class_automatic: "by the percentage",
        cancel: "Cancel",
        sensitive: "You may be asked for your password.",
    },
});

export interface FormProperties {
    resource: string;
    command: Command;
    title: string;
    item: Commandable;
    prefill?: Record<string, unknown>;
    problem: Problem | null;
    is_busy: boolean;
    is_sensitive: boolean;
    on_close: () => void;
    on_send: (body: object) => void;
}

// Members of the body to ask a person for: what the command needs, and what it may take of what this
// form knows how to ask.
export function form_fields(
    resource: string,
    command: Command,
    prefill: Record<string, unknown> = {},
): string[] {
    const takes = machines[resource]?.commands[command.name]?.takes ?? [];
    const asked = [
        ...command.needs,
        ...takes.filter((name) => name === "class" || name === "decree_scan"),
    ];
    return [...new Set(asked)].filter((name) => name !== "step_up" && !(name in prefill));
}

type Typed = Record<string, string>;

function body_of(fields: string[], typed: Typed): object {
    const body: Record<string, unknown> = {};
    for (const name of fields) {
        const text = (typed[name] ?? "").trim();
        if (name === "scores")
            body["scores"] = {
                administration: read_number(typed["administration"] ?? "") ?? null,
                substance: read_number(typed["substance"] ?? "") ?? null,
            };
        else if (text) body[name] = text;
    }
    return body;
}

// The field that a pointer into the body means.
function field_of(pointer: string): string | null {
    const name = pointer.split("/").pop();
    return name ? `form-${name}` : null;
}

export function CommandForm(asked: FormProperties) {
    const fields = form_fields(asked.resource, asked.command, asked.prefill);
    const [typed, change] = useState<Typed>({ decree_date: today() });
    const type = (name: string) => (text: string) => change((old) => ({ ...old, [name]: text }));
    const fault_of = (name: string) =>
        asked.problem?.faults.find((fault) => fault.pointer.endsWith(`/${name}`))?.detail ?? null;
    const input = (name: string, kind: string, hint?: string, mode?: "numeric" | "decimal") => (
        <Field
            key={name}
            id={`form-${name}`}
            label={(say as unknown as Record<string, string>)[name] ?? name}
            hint={hint}
            fault={fault_of(name)}
        >
            <input
                id={`form-${name}`}
                type={kind}
                inputMode={mode}
                value={typed[name] ?? ""}
                required={
                    (asked.command.needs as readonly string[]).includes(name) ||
                    name === "administration" ||
                    name === "substance"
                }
                onInput={(event) => type(name)(event.currentTarget.value)}
            />
        </Field>
    );
    return (
        <Dialog title={asked.title} on_close={asked.on_close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    asked.on_send(body_of(fields, typed));
                }}
            >
                <ErrorSummary problem={asked.problem} field_of={field_of} />
                {fields.map((name) => {
                    if (name === "reason")
                        return (
                            <Field
                                key={name}
                                id="form-reason"
                                label={say.reason}
                                hint={say.reason_hint}
                                fault={fault_of("reason")}
                            >
                                <LongText
                                    id="form-reason"
                                    rows={4}
                                    value={typed["reason"] ?? ""}
                                    on_text={type("reason")}
                                    required
                                    autoFocus
                                    aria-describedby="form-reason-hint"
                                />
                            </Field>
                        );
                    if (name === "scores")
                        return (
                            <div key={name} class="pair">
                                {input(
                                    "administration",
                                    "text",
                                    say.administration_hint,
                                    "decimal",
                                )}
                                {input("substance", "text", say.substance_hint, "decimal")}
                            </div>
                        );
                    if (name === "class")
                        return (
                            <ClassField
                                key={name}
                                {...asked}
                                typed={typed}
                                type={type("class")}
                                fault={fault_of("class")}
                            />
                        );
                    return input(
                        name,
                        name === "until" || name.endsWith("_date") ? "date" : "text",
                    );
                })}
                {asked.is_sensitive && <p class="hint">{say.sensitive}</p>}
                <div class="buttons">
                    <button class="primary" disabled={asked.is_busy}>
                        {asked.title}
                    </button>
                    <button type="button" onClick={asked.on_close}>
                        {say.cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

// Only where there is no percentage does somebody choose; the classes are the kind's.
function ClassField(
    asked: FormProperties & { typed: Typed; type: (text: string) => void; fault: string | null },
) {
    const item = asked.item as Commandable & {
        percent?: number | null;
        classes?: { code: string; name: string }[];
    };
    if (item.percent !== null && item.percent !== undefined) return null;
    if (!item.classes) return null;
    return (
        <Field id="form-class" label={say.class} fault={asked.fault}>
            <select
                id="form-class"
                value={asked.typed["class"] ?? ""}
                onChange={(event) => asked.type(event.currentTarget.value)}
            >
                <option value="">{say.class_automatic}</option>
                {item.classes.map((each) => (
                    <option key={each.code} value={each.code}>
                        {each.name}
                    </option>
                ))}
            </select>
        </Field>
    );
}
