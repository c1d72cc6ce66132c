// What one may see bounds what is read: the plans of everybody else may be any number.
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/inbox.hpp"
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/overview.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/slices.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/nouns/users.hpp"
#include "persistence/nouns/world_store.hpp"
#include "tests/persistence/support/copier.hpp"
#include "tests/persistence/support/meddler.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <set>
#include <soci/sqlite3/soci-sqlite3.h>

using namespace persistence;
using support::copier;
using support::kind;
using support::office;

namespace {

constexpr int foreign_plans = 548;
const page_request first_page{50, {}};

struct list_named {
    const char* name;
    void (*ask)(unit_of_work&, const workflow::principal&);
};

const workflow::kind_registry& kinds_known()
{
    static const workflow::kind_registry kinds{definitions::built_in_kinds(),
                                               definitions::load_kind};
    return kinds;
}

const list_named lists[]{
    {"inbox",
     [](auto& unit, const auto& who) { inbox_candidates(unit, who, definitions::catalog(), ""); }},
    {"what the inbox shows",
     [](auto& unit, const auto& who) {
         const auto& catalog = definitions::catalog();
         worlds_around({unit, kinds_known(), catalog}, inbox_candidates(unit, who, catalog, ""));
     }},
    {"plans",
     [](auto& unit, const auto& who) { CHECK(list_plans(unit, who, {}, first_page).has_value()); }},
    {"targets",
     [](auto& unit, const auto& who) {
         CHECK(list_targets(unit, who, {}, first_page, {}).has_value());
     }},
    {"reports",
     [](auto& unit, const auto& who) {
         CHECK(list_reports(unit, who, {}, first_page).has_value());
     }},
    {"messages",
     [](auto& unit, const auto& who) {
         CHECK(list_messages(unit, who, {}, first_page).has_value());
     }},
    {"agencies of 62",
     [](auto& unit, const auto&) { CHECK(list_agencies(unit, "62", first_page).has_value()); }},
    {"users",
     [](auto& unit, const auto& who) { CHECK(list_users(unit, who, {}, first_page).has_value()); }},
    {"appointments",
     [](auto& unit, const auto& who) {
         CHECK(list_appointments(unit, who, {}, first_page).has_value());
     }},
    {"overview", [](auto& unit, const auto& who) { overview(unit, who, "rad_pks", 2026, ""); }},
};

// Everybody sees all of these: a page costs a page.
const list_named open_lists[]{
    {"agencies",
     [](auto& unit, const auto&) { CHECK(list_agencies(unit, "", first_page).has_value()); }},
};

// Who sees the plans of one region, or of one agency there: head, staff, secretariat, sahli,
// observer, administrator.
const char* const readers[]{"budi", "sari", "ani", "omar", "tuti", "dewi"};

struct busy_nation {
    explicit busy_nation(kind which) : here(which)
    {
        own.push_back(here.in_force());
        own.push_back(here.draft("62", 2027));
        here.submit(own.back());
        own.push_back(here.draft("62", 2028));
        here.submit(own.back());
        here.confirm_all(own.back());
    }

    void let_others_work()
    {
        here.store().write([&](unit_of_work& unit) {
            for (int i = 0; i < foreign_plans; ++i) copier(unit, own[i % own.size()], i).copy_all();
        });
        if (here.store().dialect().which == backend::mariadb)
            for (const char* table : {"plans", "revisions", "actions", "targets", "action_cells",
                                      "reviews", "approvals", "reports", "notices", "messages",
                                      "agencies", "users", "appointments"})
                here.here().execute("ANALYZE TABLE " + std::string(table) + " PERSISTENT FOR ALL");
    }

    office here;
    std::vector<std::string> own;
};

int count_one(void* steps)
{
    ++*static_cast<long long*>(steps);
    return 0;
}

// On SQLite steps of its machine, on MariaDB rows that the storage was asked for.
long long rows_asked_for(unit_of_work& unit)
{
    long long out = 0;
    unit.prepared().each("SHOW SESSION STATUS LIKE 'Handler_read%'", {},
                         [&](const soci::row& row) { out += std::stoll(text(row, 1)); });
    return out;
}

long long work_of(unit_of_work& unit, const std::function<void()>& ask)
{
    if (unit.dialect().which == backend::mariadb) {
        const auto before = rows_asked_for(unit);
        const auto idle = rows_asked_for(unit) - before;
        ask();
        return rows_asked_for(unit) - before - 2 * idle;
    }
    auto* sqlite = static_cast<soci::sqlite3_session_backend*>(unit.sql().get_backend());
    long long steps = 0;
    sqlite_api::sqlite3_progress_handler(sqlite->conn_, 1, count_one, &steps);
    ask();
    sqlite_api::sqlite3_progress_handler(sqlite->conn_, 0, nullptr, nullptr);
    return steps;
}

std::map<std::string, long long> work_of_all(office& here)
{
    std::map<std::string, long long> out;
    here.store().read([&](unit_of_work& unit) {
        for (const char* reader : readers)
            for (const auto& list : lists)
                out[std::string(list.name) + " of " + reader] =
                    work_of(unit, [&] { list.ask(unit, office::person(reader)); });
    });
    return out;
}

} // namespace

TEST_CASE("plans that somebody may not see cost them nothing, in any list")
{
    busy_nation nation(GENERATE(kind::sqlite_file, kind::mariadb));
    const auto alone = work_of_all(nation.here);
    nation.let_others_work();
    for (const auto& [list, work] : work_of_all(nation.here)) {
        CAPTURE(list, alone.at(list));
        CHECK(work <= alone.at(list) * 13 / 10 + 60);
    }
}

// The clock tells what the bytes do not: whose way is longer is there.
TEST_CASE("a hidden thing is missed with little more work than one that never was")
{
    office here(GENERATE(kind::sqlite_file, kind::mariadb));
    const auto plan = here.in_force();
    const auto w = here.load(plan);
    const workflow::subject things[]{{"plans", plan},
                                     {"reviews", w.reviews.at(0).id},
                                     {"approvals", w.approvals.at(0).id},
                                     {"targets", w.targets.at(0).id},
                                     {"reports", w.reports.at(0).id}};
    here.store().read([&](unit_of_work& unit) {
        const auto work_for = [&](const char* who, const workflow::subject& about) {
            return work_of(unit, [&] {
                static_cast<void>(here.store_in(unit, stream_use::read_only)
                                      .load(office::person(who), about, workflow::parts::whole));
            });
        };
        for (const workflow::subject& each : things) {
            const auto shown = work_for("ani", each);
            const auto hidden = work_for("fitri", each);
            const auto unknown = work_for("fitri", {each.resource, "never-was"});
            CAPTURE(each.resource, shown, hidden, unknown);
            CHECK(5 * (hidden - unknown) < shown - unknown);
        }
    });
}

namespace {

const std::set<std::string> large{
    "plans",     "revisions", "actions", "targets",      "action_cells", "reviews",
    "approvals", "reports",   "notices", "messages",     "events",       "streams",
    "votes",     "evidence",  "users",   "appointments", "agencies"};

// "t" of "… FROM targets t …": what an alias stands for in the text that was sent.
std::string table_of(const std::string& alias, const std::string& text)
{
    for (const auto& table : large)
        for (const char* before : {"FROM ", "JOIN "})
            if (text.find(before + table + " " + alias) != std::string::npos) return table;
    return large.contains(alias) ? alias : "";
}

// What the lists send, as it is sent.
std::vector<std::string> texts_of_lists(office& here)
{
    support::meddler between(support::mariadb_server::of_this_program().port());
    const auto url = "mysql://root@127.0.0.1:" + std::to_string(between.port()) + "/" +
                     parse_address(here.here().url()).name;
    database store(url, {.clock = [&here] { return here.store().now(); }});
    store.read([&](unit_of_work& unit) {
        for (const char* reader : readers)
            for (const auto& list : lists) list.ask(unit, office::person(reader));
        for (const auto& list : open_lists) list.ask(unit, office::person(readers[0]));
    });
    std::vector<std::string> out;
    for (auto& text : between.take_texts())
        if (text.starts_with("SELECT") && text.find(" FROM ") != std::string::npos)
            out.push_back(std::move(text));
    return out;
}

} // namespace

TEST_CASE("no list of 553 plans goes through a whole table, as EXPLAIN has it")
{
    busy_nation on_mariadb(kind::mariadb);
    busy_nation on_sqlite(kind::sqlite_file);
    on_mariadb.let_others_work();
    const auto texts = texts_of_lists(on_mariadb.here);
    CHECK(texts.size() > 60);
    const auto explain = [](office& at, const std::string& how, const std::string& text,
                            const std::function<void(const soci::row&)>& look) {
        at.store().read([&](unit_of_work& unit) { unit.prepared().each(how + text, {}, look); });
    };
    for (const auto& text : texts) {
        CAPTURE(text);
        explain(on_sqlite.here, "EXPLAIN QUERY PLAN ", text, [&](const soci::row& row) {
            const auto told = persistence::text(row, 3); // "SCAN t USING INDEX …", "SEARCH t …"
            CAPTURE(told);
            const auto alias = told.substr(5, told.find(' ', 5) - 5);
            if (told.starts_with("SCAN ")) CHECK(table_of(alias, text).empty());
        });
        explain(on_mariadb.here, "EXPLAIN ", text, [&](const soci::row& row) {
            const auto alias = optional_text(row, 2).value_or("");
            const auto how = optional_text(row, 3).value_or("");
            CAPTURE(alias, how);
            if (how == "ALL" || how == "index") CHECK(table_of(alias, text).empty());
        });
    }
}
