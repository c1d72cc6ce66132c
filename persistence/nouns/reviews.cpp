// Rows of reviews with what they say of single actions.
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"
#include "workflow/things/review.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace persistence {
namespace {

constexpr fixed_text review_columns = "w.id, w.version, w.plan, w.revision, w.agency, "
                                      "w.agency_name, w.state, w.reason, w.due, w.rows_digest, "
                                      "w.since";

statement review_query(unit_of_work& unit)
{
    statement find(unit, "SELECT ");
    find.add(review_columns).add(" FROM reviews w WHERE 1 = 1");
    return find;
}

placed_review review_in(const soci::row& row)
{
    placed_review p;
    workflow::review& r = p.review;
    r.id = text(row, 0);
    r.version = number(row, 1);
    p.plan = text(row, 2);
    r.revision = static_cast<int>(number(row, 3));
    r.agency = {text(row, 4), text(row, 5)};
    r.state = text(row, 6);
    r.reason = text(row, 7);
    r.due = optional_date(row, 8);
    r.rows_digest = text(row, 9);
    r.since = instant_in(row, 10);
    return p;
}

// Of all of them at once: a revision is reviewed by a dozen agencies, and few have remarks.
void read_items(unit_of_work& unit, std::vector<placed_review>& reviews)
{
    if (reviews.empty()) return;
    std::map<std::string, workflow::review*> by_id;
    std::vector<std::string> ids;
    for (placed_review& p : reviews) {
        by_id[p.review.id] = &p.review;
        ids.push_back(p.review.id);
    }
    in_pieces(ids, [&](const auto& some) {
        statement find(unit, "SELECT review, action, remark, suggestion FROM review_items WHERE ");
        find.among("review", some).add(" ORDER BY review, place").each([&](const soci::row& row) {
            by_id.at(text(row, 0))->items.push_back({text(row, 1), text(row, 2), text(row, 3)});
        });
    });
}

std::vector<placed_review> reviews_where(statement& find)
{
    std::vector<placed_review> found;
    find.each([&](const soci::row& row) { found.push_back(review_in(row)); });
    read_items(find.unit(), found);
    return found;
}

void write_items(unit_of_work& unit, const workflow::review& r)
{
    statement(unit, "DELETE FROM review_items WHERE review = :review", {r.id}).change();
    int place = 0;
    for (const workflow::review_item& item : r.items)
        statement(unit,
                  "INSERT INTO review_items(review, place, action, remark, suggestion) VALUES "
                  "(:review, :place, :action, :remark, :suggestion)",
                  {r.id, place++, item.action, item.comment, item.suggestion})
            .change();
}

} // namespace

workflow::result<page<placed_review>> list_reviews(unit_of_work& unit, const workflow::principal& p,
                                                   const std::string& plan, bool all,
                                                   const page_request& wanted)
{
    auto seen = find_plan(unit, p, plan);
    if (!seen) return seen.error();
    statement find = review_query(unit);
    find.add(" AND w.plan = ", plan);
    if (all) {
        find.add(" AND w.revision IN (0");
        for (const workflow::revision& r : seen->revisions) find.add(", ", r.number);
        find.add(")");
    } else {
        find.add(" AND w.state <> ", workflow::review_state::superseded);
        find.add(" AND w.revision = ", seen->current().number);
    }
    if (!wanted.cursor.empty()) {
        const auto key = key_of(wanted, 3);
        if (!key) return key.error();
        find.add(" AND (w.revision, w.agency, w.id) > (", number_in(key->at(0)));
        find.add(", ", key->at(1)).add(", ", key->at(2)).add(")");
    }
    find.add(" ORDER BY w.revision, w.agency, w.id LIMIT ", wanted.limit + 1);
    return cut(reviews_where(find), wanted.limit, [](const placed_review& r) {
        return std::vector<std::string>{std::to_string(r.review.revision), r.review.agency.id,
                                        r.review.id};
    });
}

workflow::result<placed_review> find_review(unit_of_work& unit, const workflow::principal& p,
                                            const std::string& review)
{
    statement find = review_query(unit);
    find.add(" AND w.id = ", review);
    auto found = reviews_where(find);
    if (found.empty() ||
        !visibility_of(unit, p, found[0].plan).revisions.contains(found[0].review.revision))
        return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(found[0]);
}

// With every decision, so in one question: a review without remarks is one row with an empty one.
// Ordered here, for databases take longer to set up a sorter than to find a dozen rows.
std::vector<workflow::review> read_reviews(unit_of_work& unit, const std::string& plan,
                                           int revision, const std::string& asked)
{
    using place = std::int64_t;
    struct with_items {
        workflow::review review;
        std::map<place, workflow::review_item> items;
    };
    std::map<std::pair<std::string, std::string>, with_items> found; // by agency and id
    statement find(unit, "SELECT ");
    find.add(review_columns)
        .add(", COALESCE(i.action, ''), COALESCE(i.remark, ''), COALESCE(i.suggestion, ''), "
             "COALESCE(i.place, 0) FROM reviews w LEFT JOIN review_items i ON i.review = w.id "
             "WHERE w.plan = ",
             plan);
    find.add(" AND ((w.state <> ", workflow::review_state::superseded);
    find.add(" AND w.revision = ", revision);
    find.add(") OR w.id = ", asked).add(")");
    find.each([&](const soci::row& row) {
        const auto [at, is_new] = found.try_emplace({text(row, 4), text(row, 0)});
        if (is_new) at->second.review = review_in(row).review;
        if (auto action = text(row, 11); !action.empty())
            at->second.items[number(row, 14)] = {std::move(action), text(row, 12), text(row, 13)};
    });
    std::vector<workflow::review> out;
    for (auto& [key, one] : found) {
        for (auto& [where, item] : one.items) one.review.items.push_back(std::move(item));
        out.push_back(std::move(one.review));
    }
    return out;
}

void write_review(unit_of_work& unit, const std::string& plan, const workflow::review& r,
                  const workflow::review* before)
{
    if (!before)
        statement(unit,
                  "INSERT INTO reviews(id, version, plan, revision, agency, agency_name, state, "
                  "reason, due, rows_digest, since) VALUES (:id, :version, :plan, :revision, "
                  ":agency, :agency_name, :state, :reason, :due, :rows_digest, :since)",
                  {r.id, r.version, plan, r.revision, r.agency.id, r.agency.name, r.state, r.reason,
                   r.due, r.rows_digest, r.since})
            .change();
    else
        statement(
            unit,
            "UPDATE reviews SET version = :version, state = :state, reason = :reason, "
            "due = :due, rows_digest = :rows_digest, since = :since WHERE id = :id AND "
            "version = :expected",
            {r.version, r.state, r.reason, r.due, r.rows_digest, r.since, r.id, before->version})
            .change_one();
    if (!before || before->items != r.items) write_items(unit, r);
}

namespace {

void read_rows(unit_of_work& unit, workflow::world& w, const std::string& own)
{
    if (w.revisions.empty()) return;
    const bool all = includes(w.loaded, workflow::parts::decisions);
    if (all || !own.empty())
        w.reviews = read_reviews(unit, w.head.id, all ? w.current().number : no_revision, own);
}

void write_rows(unit_of_work& unit, const workflow::world& before, const workflow::outcome& done)
{
    write_changed(before.reviews, done.after.reviews, [&](const auto& row, const auto* old) {
        write_review(unit, done.after.head.id, row, old);
    });
}

// Those of these ids, and all of these plans that are not superseded.
std::vector<placed_review> asked_reviews(const slices& out)
{
    std::vector<placed_review> found;
    const auto take = [&](statement& find) {
        for (placed_review& r : reviews_where(find)) found.push_back(std::move(r));
    };
    in_pieces(out.asked_of<workflow::review>(), [&](const auto& some) {
        statement find = review_query(out.unit);
        take(find.among(" AND w.id", some));
    });
    in_pieces(out.asked_of<workflow::revision>(), [&](const auto& some) {
        statement find = review_query(out.unit);
        find.among(" AND w.plan", some);
        take(find.add(" AND w.state <> ", workflow::review_state::superseded));
    });
    return found;
}

void read_asked(slices& out)
{
    for (placed_review& r : asked_reviews(out)) {
        workflow::world* w = out.world_of(r.plan);
        if (!w || r.review.state == workflow::review_state::superseded ||
            r.review.revision != w->current().number)
            continue;
        if (!workflow::with_id(w->reviews, r.review.id)) w->reviews.push_back(std::move(r.review));
    }
    // As whole worlds have them.
    for (auto& [plan, w] : out.worlds)
        std::sort(w.reviews.begin(), w.reviews.end(), [](const auto& a, const auto& b) {
            return std::tie(a.agency.id, a.id) < std::tie(b.agency.id, b.id);
        });
}

void read_all(unit_of_work& unit, workflow::stored_plan& out)
{
    statement find = review_query(unit);
    find.add(" AND w.plan = ", out.head.id).add(" ORDER BY w.id");
    for (placed_review& r : reviews_where(find)) out.reviews.push_back(std::move(r.review));
}

constexpr waiting_rows waiting_reviews{
    .of_plans = "SELECT /*! STRAIGHT_JOIN */ w.id, w.plan FROM plans p CROSS JOIN reviews w ON "
                "w.plan = p.id WHERE 1 = 1",
    .of_agency = "SELECT /*! STRAIGHT_JOIN */ w.id, w.plan FROM reviews w CROSS JOIN plans p ON "
                 "p.id = w.plan WHERE w.agency = ",
    .in_states = " AND w.state IN (''",
};

} // namespace

const stored* answer(stored_as<workflow::review>)
{
    static const stored reviews{
        .resource = workflow::described<workflow::review>().resource,
        .plan_of = "SELECT plan FROM reviews WHERE id = ",
        .waiting = waiting_reviews,
        .read = &read_rows,
        .is_seen = [](const showing& s) { return sees_revision_of(s, s.in.reviews); },
        .hidden =
            [](const reading& r) {
                return of_hidden_revisions(
                    r, statement(r.unit, "SELECT id, revision FROM reviews WHERE plan = :plan",
                                 {r.plan}));
            },
        .write = &write_rows,
        .read_asked = &read_asked,
        .read_besides = &read_nothing,
        .read_all = &read_all,
    };
    return &reviews;
}

} // namespace persistence
