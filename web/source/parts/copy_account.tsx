// What a new plan took over from another one and what it could not, shown on its matrix until it is
// closed: it is kept on this device.
import { useState } from "preact/hooks";
import { me } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Hasil salinan",
        taken: (
            from: string | number,
            actions: string | number,
            targets: string | number,
            values: string | number,
        ) =>
            `Disalin dari “${from}”: ${actions} rencana aksi, ${targets} target` +
            (Number(values) ? `, ${values} isian kolom tambahan.` : "."),
        missing: (count: string | number) =>
            `Penyalinan terhenti: ${count} rencana aksi belum tersalin. Tambahkan di matriks.`,
        all: "Tidak ada isinya yang tertinggal.",
        lost: (what: string | number) =>
            `Tidak ikut disalin karena versi jenis yang baru tidak memilikinya: ${what}.`,
        unfit: (what: string | number) =>
            `Tidak ikut disalin karena isinya tidak cocok lagi dengan kolomnya: ${what}.`,
        phases: (count: string | number, phase: string | number) =>
            `Tahap ${count} rencana aksi tidak ada lagi dan diganti dengan “${phase}”. Periksa tahapnya di matriks.`,
        changed: (what: string | number) =>
            `Periode berkode sama yang kini lain: ${what}. Periksa targetnya di matriks.`,
        now: (
            what: string | number,
            now: string | number,
            from: string | number,
            to: string | number,
        ) => `${what} kini “${now}”, ${from} – ${to}`,
        close: "Tutup hasil salinan",
    },
    en: {
        title: "What was copied",
        taken: (
            from: string | number,
            actions: string | number,
            targets: string | number,
            values: string | number,
        ) =>
            `Copied from “${from}”: actions: ${actions}, targets: ${targets}` +
            (Number(values) ? `, values of further columns: ${values}.` : "."),
        missing: (count: string | number) =>
            `Copying stopped: actions not copied: ${count}. Add them in the matrix.`,
        all: "Nothing of it was left behind.",
        lost: (what: string | number) =>
            `Not copied, for the new version of the kind does not have it: ${what}.`,
        unfit: (what: string | number) => `Not copied, for it no longer fits its column: ${what}.`,
        phases: (count: string | number, phase: string | number) =>
            `The phase of ${count} actions is no longer there and became “${phase}”. Check the phases in the matrix.`,
        changed: (what: string | number) =>
            `Periods of the same code that are others now: ${what}. Check their targets in the matrix.`,
        now: (
            what: string | number,
            now: string | number,
            from: string | number,
            to: string | number,
        ) => `${what} is now “${now}”, ${from} – ${to}`,
        close: "Close what was copied",
    },
});

interface Lost {
    what: string;
    count: number; // of the values
}

// A period that the new version calls otherwise, or has on other days.
interface Changed extends Lost {
    now: string;
    from: string;
    to: string;
}

export interface CopyAccount {
    from: string; // the other plan's title
    actions: number;
    missing: number; // actions that were not reached
    targets: number;
    values: number; // in the kind's own columns
    lost: Lost[];
    unfit: Lost[];
    changed?: Changed[]; // none in an account that an older page kept
    phases: number; // actions whose phase is another one now
    phase: string; // that other one
}

const place_of = (plan: string) => `rampung/${me?.id ?? ""}/plans/${plan}/copied`;

// Where the device keeps nothing.
const told = new Map<string, CopyAccount>();

export function keep_copy_account(plan: string, account: CopyAccount) {
    told.set(plan, account);
    try {
        localStorage.setItem(place_of(plan), JSON.stringify(account));
    } catch {
        // It is told as long as the page is open.
    }
}

function kept_account(plan: string): CopyAccount | null {
    try {
        const text = localStorage.getItem(place_of(plan));
        if (text) return JSON.parse(text) as CopyAccount;
    } catch {
        // What is told in this page is there.
    }
    return told.get(plan) ?? null;
}

function forget_account(plan: string) {
    told.delete(plan);
    try {
        localStorage.removeItem(place_of(plan));
    } catch {
        // There was nothing.
    }
}

const counted = ({ what, count }: Lost) => `${what} (${count})`;
const listed = (all: Lost[]) => all.map(counted).join(", ");
const listed_now = (all: Changed[]) =>
    all.map((each) => say.now(counted(each), each.now, each.from, each.to)).join("; ");

export function CopyAccountCard(asked: { plan: string }) {
    const [account, change] = useState(() => kept_account(asked.plan));
    if (!account) return null;
    const { lost, unfit, changed = [], phases, missing } = account;
    const left = [
        missing && say.missing(missing),
        lost.length && say.lost(listed(lost)),
        unfit.length && say.unfit(listed(unfit)),
        changed.length && say.changed(listed_now(changed)),
        phases && say.phases(phases, account.phase),
    ].filter(Boolean);
    function close() {
        forget_account(asked.plan);
        change(null);
        document.querySelector<HTMLElement>("h1")?.focus();
    }
    return (
        <section class="card" aria-label={say.title}>
            <h2>{say.title}</h2>
            <p>{say.taken(account.from, account.actions, account.targets, account.values)}</p>
            {left.map((text) => (
                <p key={text}>
                    <strong>{text}</strong>
                </p>
            ))}
            {!left.length && <p>{say.all}</p>}
            <button type="button" onClick={close}>
                {say.close}
            </button>
        </section>
    );
}
