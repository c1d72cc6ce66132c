// What stands around every page: the way from page to page, search, language, who one is, whether
// the line is down, and what just happened.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { NoticeRegion } from "../parts/notice";
import { fetch_json, if_match } from "../server/server";
import { has_role, locale, me, roles } from "../words/first";
import { words } from "../words/words";
import { Search } from "./search";
import { SignInAgain } from "./sign_in_again";

const say = words({
    id: {
        skip: "Langsung ke isi",
        navigation: "Halaman utama",
        inbox: "Tugas saya",
        plans: "Rencana",
        targets: "Capaian",
        monitoring: "Pemantauan",
        more: "Lainnya",
        verification: "Verifikasi",
        regions: "Wilayah",
        reports: "Laporan periode",
        settings: "Pengaturan",
        help: "Bantuan",
        accessibility: "Pernyataan aksesibilitas",
        sign_out: "Keluar",
        search: "Cari",
        offline:
            "Tidak tersambung. Ketikan Anda tersimpan di perangkat ini dan dikirim begitu tersambung.",
        other: "English",
        menu: "Menu",
    },
    en: {
        skip: "Skip to the content",
        navigation: "Main pages",
        inbox: "My tasks",
        plans: "Plans",
        targets: "Achievements",
        monitoring: "Monitoring",
        more: "More",
        verification: "Verification",
        regions: "Regions",
        reports: "Period reports",
        settings: "Settings",
        help: "Help",
        accessibility: "Accessibility statement",
        sign_out: "Sign out",
        search: "Search",
        offline: "Not connected. What you type is kept on this device and sent once you are.",
        other: "Bahasa Indonesia",
        menu: "Menu",
    },
});

interface Link {
    href: string;
    title: string;
}

// A role of a kind's own approves, and sees what its region may see.
const has_other_role = (...names: string[]) =>
    me.appointments.some((each) => !names.includes(each.role));
const sees_plans = () => has_other_role("administrator");

// Each role sees what has content for it. Which commands are open is not asked here.
function main_links(): Link[] {
    const links: Link[] = [{ href: "/tugas", title: say.inbox }];
    if (sees_plans())
        links.push(
            { href: "/rencana", title: say.plans },
            { href: "/capaian", title: say.targets },
            { href: "/pemantauan", title: say.monitoring },
        );
    return links;
}

function more_links(): Link[] {
    const links: Link[] = [];
    if (has_role("secretariat", "agency_head"))
        links.push({ href: "/verifikasi", title: say.verification });
    if (sees_plans()) links.push({ href: "/wilayah", title: say.regions });
    if (has_other_role("administrator", "agency_staff", "agency_head"))
        links.push({ href: "/laporan", title: say.reports });
    links.push({ href: "/pengaturan", title: say.settings });
    return links;
}

async function switch_language() {
    const user = await fetch_json<{ version: number }>(`/api/v1/users/${me.id}`);
    await fetch_json(`/api/v1/users/${me.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", ...if_match(user.version) },
        body: JSON.stringify({ locale: locale === "en" ? "id" : "en" }),
    });
    location.reload();
}

async function sign_out() {
    await fetch_json("/api/v1/session", { method: "DELETE" });
    location.assign("/masuk?keluar=1");
}

function Here(asked: { link: Link; path: string }) {
    const is_here = asked.path === asked.link.href || asked.path.startsWith(`${asked.link.href}/`);
    return (
        <a href={asked.link.href} aria-current={is_here ? "page" : undefined}>
            {asked.link.title}
        </a>
    );
}

function More(asked: { path: string }) {
    const [is_open, open] = useState(false);
    useEffect(() => open(false), [asked.path]);
    useEffect(() => {
        if (!is_open) return;
        const close = (event: Event) => {
            if (event instanceof KeyboardEvent) {
                if (event.key !== "Escape") return;
                document.getElementById("more-button")?.focus();
            } else if ((event.target as Element | null)?.closest?.(".more")) return;
            open(false);
        };
        document.addEventListener("keydown", close);
        document.addEventListener("click", close);
        return () => {
            document.removeEventListener("keydown", close);
            document.removeEventListener("click", close);
        };
    }, [is_open]);
    const post = me.appointments[0];
    return (
        <div class="more">
            <button
                type="button"
                id="more-button"
                aria-expanded={is_open}
                aria-controls="more"
                onClick={() => open(!is_open)}
            >
                {say.more}
            </button>
            <div id="more" class="menu" hidden={!is_open}>
                <p class="me">
                    <strong>{me.name}</strong>
                    {post && (
                        <span>
                            {roles[post.role] ?? post.role},{" "}
                            {post.agency?.name ?? post.region?.name}
                        </span>
                    )}
                </p>
                {more_links().map((link) => (
                    <Here key={link.href} link={link} path={asked.path} />
                ))}
                <a href="/bantuan">{say.help}</a>
                <a href="/aksesibilitas">{say.accessibility}</a>
                <button
                    type="button"
                    lang={locale === "en" ? "id" : "en"}
                    onClick={() => void switch_language()}
                >
                    {say.other}
                </button>
                <button type="button" onClick={() => void sign_out()}>
                    {say.sign_out}
                </button>
            </div>
        </div>
    );
}

function use_online(): boolean {
    const [is_online, change] = useState(navigator.onLine);
    useEffect(() => {
        const look = () => change(navigator.onLine);
        addEventListener("online", look);
        addEventListener("offline", look);
        look(); // the line may have gone while nobody listened
        return () => {
            removeEventListener("online", look);
            removeEventListener("offline", look);
        };
    }, []);
    return is_online;
}

export function Frame(asked: { path: string; children: ComponentChildren }) {
    const [is_searching, search] = useState(false);
    const is_online = use_online();
    useEffect(() => {
        const listen = (event: KeyboardEvent) => {
            if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
                event.preventDefault();
                search(true);
            }
        };
        document.addEventListener("keydown", listen);
        return () => document.removeEventListener("keydown", listen);
    }, []);
    return (
        <>
            <a class="skip" href="#isi">
                {say.skip}
            </a>
            <header class="top">
                <a class="brand" href="/tugas">
                    Rampung
                </a>
                <nav aria-label={say.navigation}>
                    {main_links().map((link) => (
                        <Here key={link.href} link={link} path={asked.path} />
                    ))}
                    <More path={asked.path} />
                </nav>
                <button type="button" class="search-button" onClick={() => search(true)}>
                    {say.search} <kbd>Ctrl K</kbd>
                </button>
            </header>
            {!is_online && (
                <p class="offline" role="status">
                    {say.offline}
                </p>
            )}
            <NoticeRegion path={asked.path} />
            <main id="isi" tabIndex={-1}>
                {asked.children}
            </main>
            {is_searching && <Search on_close={() => search(false)} />}
            <SignInAgain />
        </>
    );
}
