// One pass over a plan's events for the chain and the tables, then the rows.
#include "persistence/proof/proof.hpp"
#include "persistence/proof/stored_plan.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/proof/replay.hpp"
#include <algorithm>

namespace persistence {
namespace {

workflow::event event_of(const event_row& row)
{
    const event_draft& d = row.event;
    workflow::event e;
    e.seq = row.seq;
    e.cause = d.cause;
    e.name = d.name;
    e.command = d.command;
    e.at = d.at;
    e.by = {d.by_user, d.by_name};
    e.resource = d.resource;
    e.subject = d.subject;
    e.from = d.from;
    e.to = d.to;
    e.reason = d.reason;
    e.data = d.data;
    return e;
}

// Without a chain there is no telling what was said about the texts that are gone.
std::optional<std::string> check_erasure(const event_row& row)
{
    for (const auto& [key, value] : row.event.data)
        if (key == erases_key && number_in(value) > 0 && number_in(value) < row.seq) return {};
    return "it erases no earlier event";
}

class prover {
public:
    prover(unit_of_work& unit, const std::string& plan, const proof_settings& s)
        : unit_(unit), plan_(plan), settings_(s), history_(s.catalog, plan)
    {
    }

    proof run()
    {
        proof out;
        out.fault = first_fault();
        out.events = seq_;
        return out;
    }

private:
    // A stored value that cannot even be read is a fault like any other; an outage is not.
    std::optional<history_fault> first_fault()
    {
        try {
            return faults();
        } catch (const outage&) {
            throw;
        } catch (const soci::soci_error&) {
            throw;
        } catch (const std::runtime_error& unreadable) {
            return history_fault{plan_, seq_ + (in_stream_ ? 1 : 0), unreadable.what()};
        } catch (const std::out_of_range& unknown) {
            return history_fault{plan_, seq_, unknown.what()};
        }
    }

    std::optional<history_fault> faults()
    {
        in_stream_ = true;
        if (auto wrong =
                verify_stream(unit_.sql(), plan_, [&](const event_row& row) { return take(row); }))
            return wrong;
        in_stream_ = false;
        const auto stored = read_stored_plan(unit_, settings_.kinds, plan_);
        if (!stored && seq_ == 0) return std::nullopt; // a stream that belongs to no plan
        if (!stored) return history_fault{plan_, seq_, "the plan itself is missing"};
        if (seq_ == 0) return history_fault{plan_, 1, "a plan without any event"};
        if (auto wrong = history_.compare(*stored))
            return history_fault{plan_, wrong->seq, wrong->what};
        return file_fault();
    }

    std::optional<std::string> take(const event_row& row)
    {
        seq_ = row.seq;
        if (row.event.name == erased_event) return check_erasure(row);
        return history_.take(event_of(row), row.erased);
    }

    std::optional<history_fault> file_fault()
    {
        if (!settings_.check_file) return std::nullopt;
        std::optional<history_fault> first;
        for (const named_file& f : read_named_files(unit_, plan_)) {
            const auto seq = history_.last_event_of_target(f.target);
            if (first && first->seq <= seq) continue;
            if (auto wrong = settings_.check_file(f.sha256, f.size))
                first = history_fault{plan_, seq, f.thing + " " + f.id + ": " + *wrong};
        }
        return first;
    }

    unit_of_work& unit_;
    const std::string& plan_;
    const proof_settings& settings_;
    workflow::replay history_;
    std::int64_t seq_{};
    bool in_stream_{};
};

proof look_at(onlooker& store, const std::string& plan, const proof_settings& s)
{
    proof out;
    store.look([&](unit_of_work& unit) { out = prove_plan(unit, plan, s); });
    return out;
}

void count_what_there_is(unit_of_work& unit, proof_of_all& out)
{
    out.plans = one_number({unit, "SELECT COUNT(*) FROM plans"}); // not every stream is one's
    out.accounts = one_number({unit, "SELECT COUNT(*) FROM users"});
    const auto last = one_number({unit, "SELECT COALESCE(MAX(at), 0) FROM events"});
    if (out.events > 0) out.last_event = workflow::instant_of(last);
}

} // namespace

std::vector<std::string> streams_to_prove(unit_of_work& unit)
{
    std::vector<std::string> ids;
    statement(unit, "SELECT id FROM streams UNION SELECT stream FROM events UNION SELECT id FROM "
                    "plans ORDER BY 1")
        .each([&](const soci::row& row) { ids.push_back(text(row, 0)); });
    return ids;
}

proof prove_plan(unit_of_work& unit, const std::string& plan, const proof_settings& s)
{
    return prover(unit, plan, s).run();
}

// A file that went together with its row, between the view and the look at the disk, is no fault:
// whatever is wrong must still be wrong in a second view.
proof_of_all prove_all(onlooker& store, const proof_settings& s)
{
    proof_of_all out;
    std::vector<std::string> plans;
    store.look([&](unit_of_work& unit) { plans = streams_to_prove(unit); });
    for (const std::string& plan : plans) {
        auto one = look_at(store, plan, s);
        if (one.fault) one = look_at(store, plan, s);
        ++out.plans;
        out.events += one.events;
        out.fault = one.fault;
        if (out.fault) return out;
    }
    store.look([&](unit_of_work& unit) { count_what_there_is(unit, out); });
    return out;
}

} // namespace persistence
