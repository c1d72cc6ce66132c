// A plan that has seen everything is proved after each of its steps, and every change made to it
// behind its back is found and the event named.
#include "persistence/proof/proof.hpp"
#include "tests/persistence/support/story.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using support::story;

namespace {

proof_settings rules(story& s)
{
    return {definitions::catalog(), s.here.kinds(), {}};
}

std::string verdict(const proof& p)
{
    return p.fault ? std::to_string(p.fault->seq) + ": " + p.fault->what : "";
}

std::string prove(story& s, const std::string& plan)
{
    return s.here.store().read(
        [&](unit_of_work& unit) { return verdict(prove_plan(unit, plan, rules(s))); });
}

// Does the harm, proves and takes the harm back.
std::optional<history_fault> after(story& s, const std::vector<std::string>& harm)
{
    std::optional<history_fault> found;
    auto& store = s.here.store();
    const bool sqlite = store.dialect().which == backend::sqlite;
    store.administer([&](soci::session& sql) {
        const std::string checks =
            sqlite ? "PRAGMA foreign_keys = " : "SET SESSION foreign_key_checks = ";
        sql << checks + "0";
        {
            unit_of_work unit(sql, store.dialect(), store.now(), write_frame(store.dialect()));
            for (const auto& statement : harm) sql << statement;
            found = prove_plan(unit, s.plan, rules(s)).fault;
        }
        sql << checks + "1";
    });
    return found;
}

std::int64_t last_event_of(story& s, const std::string& subject, const std::string& command = "")
{
    return s.here.here().count("SELECT MAX(seq) FROM events WHERE subject = '" + subject + "'" +
                               (command.empty() ? "" : " AND command = '" + command + "'"));
}

std::string one(story& s, const std::string& select)
{
    std::string out;
    s.here.store().administer([&](soci::session& sql) { sql << select, soci::into(out); });
    return out;
}

struct harm {
    std::string statement;
    std::int64_t seq;
    bool or_earlier{}; // another event of the same thing may be the first that does not fit
};

void check_all(story& s, const std::vector<harm>& harms)
{
    for (const harm& h : harms) {
        INFO(h.statement);
        const auto wrong = after(s, {h.statement});
        REQUIRE(wrong.has_value());
        INFO(wrong->what);
        if (h.or_earlier)
            CHECK(wrong->seq <= h.seq);
        else
            CHECK(wrong->seq == h.seq);
    }
    CHECK(prove(s, s.plan) == ""); // all of it was taken back
}

std::string set(const std::string& table, const std::string& change, const std::string& where)
{
    return "UPDATE " + table + " SET " + change + " WHERE " + where;
}

} // namespace

TEST_CASE("a plan proves after every step of its life")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.after_each = [&](const std::string& step) {
        INFO(step);
        if (!s.plan.empty()) CHECK(prove(s, s.plan) == "");
    };
    s.tell();
    CHECK(last_event_of(s, s.signed_target, "restore") > 0);
    CHECK(last_event_of(s, s.signed_target, "revise") > 0);
    CHECK(last_event_of(s, s.dropped_target, "withdraw") > 0);
    CHECK(prove(s, s.registered(2027)) == "");
    CHECK(prove(s, s.cancelled(2028)) == "");
    CHECK(prove(s, s.here.draft("62", 2029)) == "");
}

TEST_CASE("a change of any column of any event of a whole life is found and the event named")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const std::vector<std::string> texts{"name",         "command", "by_user",    "by_post",
                                         "by_name",      "salt",    "resource",   "subject",
                                         "on_behalf_of", "data",    "from_state", "to_state",
                                         "canonical",    "reason",  "hash",       "stream"};
    const std::vector<std::string> numbers{"cause", "at", "acting"};
    if (s.here.store().dialect().which == backend::sqlite) // not a column of the table is left out
        CHECK(static_cast<std::size_t>(
                  s.here.here().count("SELECT COUNT(*) FROM pragma_table_info('events')")) ==
              texts.size() + numbers.size() + 1);
    const auto events = s.here.here().count("SELECT COUNT(*) FROM events");
    REQUIRE(events > 60);
    // Each kind of event is met several times; SQLite, being quick, meets more of them.
    const auto stride = s.here.store().dialect().which == backend::sqlite ? 7 : 23;
    for (std::int64_t seq = 1; seq <= events; seq += stride) {
        const auto here = "stream = '" + s.plan + "' AND seq = " + std::to_string(seq);
        std::vector<harm> harms;
        for (const auto& column : texts)
            harms.push_back({set("events", column + " = 'elsewhere'", here), seq});
        for (const auto& column : numbers)
            harms.push_back({set("events", column + " = 91234", here), seq});
        harms.push_back({set("events", "seq = 91234", here), seq});
        harms.push_back({"DELETE FROM events WHERE " + here, seq});
        harms.push_back(
            {"DELETE FROM events WHERE stream = '" + s.plan + "' AND seq >= " + std::to_string(seq),
             seq});
        check_all(s, harms);
    }
}

TEST_CASE("a stream that says something else than its events is found")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const auto last = s.here.here().count("SELECT COUNT(*) FROM events");
    const auto here = "id = '" + s.plan + "'";
    check_all(s, {{set("streams", "seq = seq + 1", here), last + 1},
                  {set("streams", "seq = seq - 1", here), last},
                  {set("streams", "head_hash = ''", here), last},
                  {"DELETE FROM streams WHERE " + here, 1}});
    const auto swapped = after(s, {"UPDATE events SET seq = -1 WHERE seq = 7",
                                   "UPDATE events SET seq = 7 WHERE seq = 8",
                                   "UPDATE events SET seq = 8 WHERE seq = -1"});
    REQUIRE(swapped.has_value());
    CHECK(swapped->seq == 7);
}

TEST_CASE("a machine's stored state that its history does not lead to is found")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    std::vector<harm> harms;
    const auto plan_event = [&](int revision) {
        return s.here.here().count("SELECT MAX(seq) FROM events WHERE resource = 'plans' AND data "
                                   "LIKE '%\"revision\":\"" +
                                   std::to_string(revision) + "\"%'");
    };
    for (const int n : {1, 2}) {
        const auto row = "plan = '" + s.plan + "' AND number = " + std::to_string(n);
        for (const auto* change :
             {"state = 'approved'", "submission = 9", "submitted_by = 'x'", "decree_number = 'x'",
              "decree_date = '2026-01-01'", "decree_scan = 'x'", "since = since + 1", "shown = 0"})
            harms.push_back({set("revisions", change, row), plan_event(n)});
    }
    const auto each = [&](const std::string& table, const std::vector<std::string>& changes) {
        s.here.store().administer([&](soci::session& sql) {
            const soci::rowset<std::string> ids = (sql.prepare << "SELECT id FROM " + table);
            std::vector<std::string> all(ids.begin(), ids.end());
            for (const auto& id : all) {
                long long seq = 0;
                sql << "SELECT MAX(seq) FROM events WHERE subject = :id", soci::use(id),
                    soci::into(seq);
                for (const auto& change : changes)
                    harms.push_back({set(table, change, "id = '" + id + "'"), seq,
                                     change.starts_with("round")});
                harms.push_back({"DELETE FROM " + table + " WHERE id = '" + id + "'", seq});
            }
        });
    };
    each("reviews", {"state = 'lapsed'", "reason = 'x'", "revision = 3", "since = since + 1",
                     "agency = 'kesbang'", "due = '2026-01-01'", "version = version + 1"});
    each("approvals",
         {"state = 'refused'", "reason = 'x'", "submission = 9", "stage = 1", "quorum = 2",
          "role = 'x'", "since = since + 1", "due = NULL", "version = version + 1"});
    each("targets", {"state = 'planned_'", "round = 77", "newest_round = 77", "last_final = 'x'",
                     "last_final_round = 77", "made = 0", "action = 'x'", "period = 'x'",
                     "placed_in = 9", "since = since + 1", "extended_to = '2026-12-30'"});
    each("reports",
         {"state = 'x'", "reason = 'x'", "included_digest = 'x'", "since = since + 1",
          "period = 'B99'", "version = version + 1", "submitted_answers = '{\"x\":\"y\"}'"});
    check_all(s, harms);
}

TEST_CASE("votes, and things that no event made, are found")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const auto approved = one(s, "SELECT MIN(approval) FROM votes");
    const auto last = s.here.here().count("SELECT COUNT(*) FROM events");
    const auto seq = last_event_of(s, approved);
    check_all(s, {{"DELETE FROM votes WHERE approval = '" + approved + "'", seq},
                  {set("votes", "voter = 'x'", "approval = '" + approved + "'"), seq},
                  {"INSERT INTO votes(approval, voter, voter_name, place, at) VALUES ('" +
                       approved + "', 'x', 'x', 9, 0)",
                   seq},
                  {"INSERT INTO reviews(id, version, plan, revision, agency, agency_name, state, "
                   "reason, rows_digest, since) VALUES ('more', 1, '" +
                       s.plan + "', 1, 'health', '', 'confirmed', '', '', 0)",
                   last},
                  {set("votes", "at = at + 1", "approval = '" + approved + "'"), seq},
                  {set("plans", "registered = 1", "id = '" + s.plan + "'"), last},
                  {"DELETE FROM plans WHERE id = '" + s.plan + "'", last}});
}

TEST_CASE("a plan's kind, region, years and title are those of its events")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const auto here = "id = '" + s.plan + "'";
    const auto last = last_event_of(s, s.plan);
    check_all(s, {{set("plans", "region = '62.71'", here), 1},
                  {set("plans", "year = 2031", here), 1},
                  {set("plans", "years = 2", here), 1},
                  {set("plans", "kind = 'rad_p3aks'", here), 1},
                  {set("plans", "title = 'Lain'", here), last},
                  {set("plans", "version = version - 1", here), last}});
    REQUIRE(s.here.store().read([&](unit_of_work& unit) { return read_plan(unit, s.plan); }));
    s.here.store().write([&](unit_of_work& unit) {
        const auto version = read_plan(unit, s.plan)->version;
        REQUIRE(change_title(unit, s.plan, "Nama baru", version).has_value());
    });
    CHECK(prove(s, s.plan) == ""); // a title may be changed, by a version of its own
}

TEST_CASE("what an agency asks to be changed and why a report has gaps are what was said")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const auto asking = one(s, "SELECT MIN(review) FROM review_items");
    const auto asked = last_event_of(s, asking);
    const auto gaps = last_event_of(s, s.report);
    check_all(s, {{set("review_items", "remark = 'x'", "review = '" + asking + "'"), asked},
                  {set("review_items", "suggestion = 'x'", "review = '" + asking + "'"), asked},
                  {set("review_items", "action = 'x'", "review = '" + asking + "'"), asked},
                  {"DELETE FROM review_items", asked},
                  {set("report_gaps", "reason = 'x'", "report = '" + s.report + "'"), gaps},
                  {set("report_gaps", "what = 'x'", "report = '" + s.report + "'"), gaps},
                  {set("report_gaps", "gap = 'x'", "report = '" + s.report + "'"), gaps},
                  {"DELETE FROM report_gaps", gaps}});
}

TEST_CASE("a change of a submitted matrix is found, and of a draft's it is an edit")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    for (const int n : {1, 2}) {
        const auto submitted =
            s.here.here().count("SELECT MAX(seq) FROM events WHERE command = 'submit' AND data "
                                "LIKE '%\"revision\":\"" +
                                std::to_string(n) + "\"%'");
        const auto row = "number = 1 AND revision = " + std::to_string(n);
        const auto part = "revision = " + std::to_string(n);
        std::vector<harm> harms;
        for (const auto* column : {"phase", "theme", "title", "location", "lead_agency",
                                   "success_criterion", "budget_source", "note", "measure"})
            harms.push_back({set("actions", column + std::string(" = 'x'"), row), submitted});
        for (const auto* change : {"number = 5", "mandatory = 0", "extra = '{}'"})
            harms.push_back({set("actions", change, row), submitted});
        for (const auto* change : {"text = 'x'", "quantity = '77'", "unit = 'x'"})
            harms.push_back({set("action_cells", change, part + " AND period = 'B08'"), submitted});
        harms.push_back(
            {"DELETE FROM action_cells WHERE " + part + " AND period = 'B08'", submitted});
        harms.push_back({"DELETE FROM action_supports WHERE " + part, submitted});
        harms.push_back(
            {set("action_supports", "agency = 'x'", part + " AND place = 0"), submitted});
        check_all(s, harms);
    }
    const auto fresh = s.here.draft("62", 2030);
    s.here.here().execute("UPDATE actions SET title = 'x' WHERE plan = '" + fresh + "'");
    CHECK(prove(s, fresh) == "");
}

TEST_CASE("a change of what was reported is found in the current round and in former ones")
{
    story s(GENERATE(kind::sqlite_file, kind::mariadb));
    s.tell();
    const auto here = "target = '" + s.signed_target + "'";
    const auto report_of = [&](int round) {
        return s.here.here().count("SELECT MAX(seq) FROM events WHERE command = 'report' AND data "
                                   "LIKE '%\"round\":\"" +
                                   std::to_string(round) + "\"%'");
    };
    const auto last = last_event_of(s, s.signed_target);
    const auto now = static_cast<int>(
        s.here.here().count("SELECT round FROM targets WHERE id = '" + s.signed_target + "'"));
    std::vector<harm> harms;
    const auto replaced = [](const std::string& from, const std::string& to) {
        return "record = REPLACE(record, '" + from + "', '" + to + "')";
    };
    for (const auto* word : {"Selesai", "Hujan", "Lanjut"}) {
        harms.push_back({set("targets", replaced(word, "x"), "id = '" + s.signed_target + "'"),
                         report_of(now)});
        harms.push_back(
            {set("rounds", replaced(word, "x"), here + " AND round = 1"), report_of(1)});
        harms.push_back(
            {set("rounds", replaced(word, "x"), here + " AND round = 2"), report_of(2)});
    }
    harms.push_back({set("rounds", replaced("80.5", "99"), here + " AND round = 3"), last});
    harms.push_back(
        {set("rounds", replaced("\"id\":\"budi\"", "\"id\":\"x\""), here + " AND round = 3"),
         last});
    const auto given_away = replaced("\"achievement\":", "\"agency\":\"x\",\"achievement\":");
    harms.push_back({set("rounds", given_away, here + " AND round = 1"), last});
    harms.push_back({set("targets", given_away, "id = '" + s.signed_target + "'"), last});
    harms.push_back({set("rounds", "state = 'x'", here + " AND round = 1"), last});
    harms.push_back({set("rounds", "record = 'no json'", here + " AND round = 1"),
                     s.here.here().count("SELECT COUNT(*) FROM events")});
    harms.push_back({"DELETE FROM rounds WHERE " + here + " AND round = 2", last});
    for (const int round : {1, 2, now})
        harms.push_back(
            {"DELETE FROM round_evidence WHERE " + here + " AND round = " + std::to_string(round),
             report_of(round)});
    harms.push_back({set("targets", replaced("\"reported_at\":", "\"reported_at\":9"),
                         "id = '" + s.signed_target + "'"),
                     last});
    harms.push_back({set("evidence", "size = 8", here), report_of(1)});
    for (const auto* column : {"kind", "classification", "sha256", "name", "media_type"})
        harms.push_back({set("evidence", column + std::string(" = 'x'"), here), report_of(1)});
    check_all(s, harms);
}

TEST_CASE("events that hang together but that no table allows are found")
{
    story s(kind::sqlite_file);
    s.approve_in_rounds();
    const auto appended = [&](event_draft draft) {
        std::optional<history_fault> found;
        s.here.store().administer([&](soci::session& sql) {
            const auto& d = s.here.store().dialect();
            unit_of_work unit(sql, d, s.here.store().now(), write_frame(d));
            auto stream = unit.lock_stream(s.plan);
            append_events(unit, stream, {std::move(draft)});
            found = prove_plan(unit, s.plan, rules(s)).fault;
        });
        return found;
    };
    const auto next = s.here.here().count("SELECT MAX(seq) FROM events") + 1;
    const event_draft closing{.name = "closed",
                              .command = "close",
                              .at = s.here.store().now(),
                              .by_user = "ani",
                              .resource = "plans",
                              .subject = s.plan,
                              .from = "in_force",
                              .to = "closed",
                              .data = {{"revision", "1"}, {"definition", "1"}}};
    const std::vector<std::pair<std::string event_draft::*, std::string>> forged{
        {&event_draft::from, "approved"},   {&event_draft::to, "cancelled"},
        {&event_draft::command, "adopt"},   {&event_draft::command, "unknown"},
        {&event_draft::name, "adopted"},    {&event_draft::by_user, ""},
        {&event_draft::resource, "wishes"}, {&event_draft::subject, "another"}};
    std::vector<event_draft> drafts(forged.size() + 3, closing);
    for (std::size_t i = 0; i < forged.size(); ++i) drafts[i].*forged[i].first = forged[i].second;
    drafts[forged.size()].cause = 1;
    drafts[forged.size() + 1].data[0].second = "2";
    drafts[forged.size() + 2].data[1].second = "2";
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        INFO(i);
        const auto found = appended(drafts[i]);
        REQUIRE(found.has_value());
        CHECK(found->seq == next);
    }
    const auto unheard = appended(closing); // a lawful event, but the row stands elsewhere
    REQUIRE(unheard.has_value());
    CHECK(unheard->what.find("revision 1 is stored as 'in_force'") != std::string::npos);
}
