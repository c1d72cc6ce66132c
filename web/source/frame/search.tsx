// Ctrl+K: plans, actions and targets by a few letters of their names, from what one may see.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Loading } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { go } from "../parts/route";
import { use_list } from "../server/reading";
import type { Shapes } from "../words/first";
import { plan_years } from "../words/format";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Cari",
        label: "Rencana, rencana aksi, atau perangkat daerah",
        none: (text: string | number) => `Tidak ada yang cocok dengan “${text}”.`,
        hint: "Ketik beberapa huruf. Panah atas/bawah memilih, Enter membuka.",
        results: "Hasil",
        plan: "Rencana",
        target: "Capaian",
    },
    en: {
        title: "Search",
        label: "Plan, action or agency",
        none: (text: string | number) => `Nothing matches “${text}”.`,
        hint: "Type some letters. Up and down choose, Enter opens.",
        results: "Results",
        plan: "Plan",
        target: "Achievement",
    },
});

interface Found {
    href: string;
    what: string;
    title: string;
    beside: string;
}

const shown_max = 12;
const plain = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

export function Search(asked: { on_close: () => void }) {
    const [text, type] = useState("");
    const [at, move] = useState(0);
    const input = useRef<HTMLInputElement>(null);
    const plans = use_list<Shapes["plan_item"]>("plans?limit=200");
    const targets = use_list<Shapes["target_item"]>("targets?limit=200");
    useEffect(() => input.current?.focus(), []);
    const all: Found[] = useMemo(
        () => [
            ...(plans.data ?? []).map((plan) => ({
                href: `/rencana/${plan.id}`,
                what: say.plan,
                title: plan.title,
                beside: `${plan.region.name} ${plan_years(plan)}`,
            })),
            ...(targets.data ?? []).map((target) => ({
                href: `/capaian/${target.id}`,
                what: say.target,
                title: `${target.action?.number}. ${target.action?.title}`,
                beside: `${target.period_title} · ${target.agency?.name}`,
            })),
        ],
        [plans.data, targets.data],
    );
    const wanted = plain(text).split(/\s+/).filter(Boolean);
    const found = all
        .filter((each) => {
            const whole = plain(`${each.title} ${each.beside}`);
            return wanted.every((word) => whole.includes(word));
        })
        .slice(0, shown_max);
    function open(one: Found | undefined) {
        if (!one) return;
        asked.on_close();
        go(one.href);
    }
    return (
        <Dialog title={say.title} on_close={asked.on_close}>
            <form
                role="search"
                onSubmit={(event) => {
                    event.preventDefault();
                    open(found[at]);
                }}
            >
                <label for="search">{say.label}</label>
                <input
                    id="search"
                    ref={input}
                    type="search"
                    autoComplete="off"
                    role="combobox"
                    aria-expanded={found.length > 0}
                    aria-controls="found"
                    aria-activedescendant={found[at] ? `found-${at}` : undefined}
                    aria-describedby="search-hint"
                    value={text}
                    onInput={(event) => {
                        type(event.currentTarget.value);
                        move(0);
                    }}
                    onKeyDown={(event) => {
                        const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
                        if (!by || !found.length) return;
                        event.preventDefault();
                        move((at + by + found.length) % found.length);
                    }}
                />
                <p class="hint" id="search-hint">
                    {say.hint}
                </p>
            </form>
            {plans.is_loading && <Loading />}
            <ul id="found" class="found" role="listbox" aria-label={say.results}>
                {found.map((one, index) => (
                    <li
                        key={one.href}
                        id={`found-${index}`}
                        role="option"
                        aria-selected={index === at}
                        onClick={() => open(one)}
                    >
                        <strong>{one.title}</strong>
                        <span>
                            {one.what} · {one.beside}
                        </span>
                    </li>
                ))}
            </ul>
            {text && !found.length && !plans.is_loading && <p role="status">{say.none(text)}</p>}
        </Dialog>
    );
}
