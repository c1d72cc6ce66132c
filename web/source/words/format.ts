// Dates, numbers and sizes as they are written here: 1 Des 2026, 79,71 %, 2,4 MB.
import { locale, now } from "./first";
import { words } from "./words";

const language = locale === "en" ? "en-GB" : "id-ID";
const say = words({
    id: {
        days_left: (n: string | number) => `${n} hari kerja lagi`,
        today: "hari ini",
        late: (n: string | number) => `terlambat ${n} hari kerja`,
    },
    en: {
        days_left: (n: string | number) =>
            n === 1 ? "1 working day left" : `${n} working days left`,
        today: "today",
        late: (n: string | number) => (n === 1 ? "1 working day late" : `${n} working days late`),
    },
});

// A day without a time: shown as written, in no zone. 2026-12-01 → 1 Des 2026
export function day(date: string | null | undefined): string {
    if (!date) return "–";
    const at = new Date(`${date.slice(0, 10)}T12:00:00Z`);
    return new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
    }).format(at);
}

const zone_names: Record<string, string> = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
};

// An instant in this browser's zone, which it names: 1 Des 2026 09.30 WIB
export function moment(instant: string | null | undefined): string {
    if (!instant) return "–";
    const at = new Date(instant);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(
        at,
    );
    const date = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: "short",
        year: "numeric",
    }).format(at);
    const offset = -at.getTimezoneOffset() / 60;
    const by_number = `UTC${offset < 0 ? "−" : "+"}${Math.abs(offset)}`;
    return `${date} ${time} ${zone_names[zone] ?? by_number}`;
}

export function number(value: number | null | undefined, digits = 2): string {
    if (value === null || value === undefined) return "–";
    return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

// What somebody counted, with every digit that they gave: 999,998 of 1.000 is not 1.000.
export const quantity = (value: number | null | undefined) => number(value, 12);

// One that is fit to be shown already: see shown_percent.
export const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : `${quantity(value)} %`;

export function size(bytes: number): string {
    if (bytes < 1024) return `${bytes} B`;
    if (bytes < 1024 * 1024) return `${number(bytes / 1024, 0)} KB`;
    return `${number(bytes / 1024 / 1024, 1)} MB`;
}

// Working days, as the API counts them.
export function days_left(days: number | null | undefined): string {
    if (days === null || days === undefined) return "";
    if (days === 0) return say.today;
    return days < 0 ? say.late(-days) : say.days_left(days);
}

// What somebody typed in a field for a quantity: 1.234,5 in Indonesian, 1,234.5 in English. Null
// when it is empty, undefined when it is no number.
export function read_number(text: string, as: "id" | "en" = locale): number | null | undefined {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const [thousand, decimal] = as === "en" ? [",", "."] : [".", ","];
    const grouped = new RegExp(`^-?\\d{1,3}(\\${thousand}\\d{3})+(\\${decimal}\\d+)?$`);
    const plain = new RegExp(`^-?\\d+(\\${decimal}\\d+)?$`);
    if (!grouped.test(trimmed) && !plain.test(trimmed)) return undefined;
    return Number(trimmed.replaceAll(thousand, "").replace(decimal, "."));
}

// The way back, for a field that is edited: 1234,5
export function write_number(value: number | null | undefined, as = locale): string {
    if (value === null || value === undefined) return "";
    return as === "en" ? String(value) : String(value).replace(".", ",");
}

export const today = () => {
    const at = now();
    const two = (value: number) => String(value).padStart(2, "0");
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
