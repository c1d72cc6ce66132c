// One question per post and resource. Each begins with what is the post's own, its agency's rows or
// its region's plans, and goes on from there: SQLite keeps to the order of a CROSS JOIN, MariaDB
// to that of a STRAIGHT_JOIN, a comment to SQLite; else they begin with whatever waits anywhere.
#include "persistence/nouns/inbox.hpp"
#include "persistence/sql/statement.hpp"
#include <algorithm>
#include <tuple>

namespace persistence {
namespace {

namespace role = workflow::role;

class collector {
public:
    collector(unit_of_work& unit, const std::string& kind) : unit_(unit), kind_(kind) {}

    void reviews_of(const std::string& agency)
    {
        take("reviews", {unit_,
                         "SELECT /*! STRAIGHT_JOIN */ w.id, w.plan FROM reviews w "
                         "CROSS JOIN revisions v ON v.plan = w.plan AND v.number = w.revision "
                         "CROSS JOIN plans p ON p.id = w.plan WHERE v.state = 'agency_review' AND "
                         "w.state IN ('pending', 'changes_requested') AND w.agency = :agency",
                         {agency}});
    }
    void targets_of(const std::string& agency)
    {
        take("targets", {unit_,
                         "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM actions a "
                         "CROSS JOIN targets t ON t.action = a.id AND t.placed_in = a.revision "
                         "CROSS JOIN plans p ON p.id = t.plan WHERE t.made = 1 AND "
                         "t.state IN ('open', 'reported') AND a.lead_agency = :agency",
                         {agency}});
    }
    // With the sign the role finds no index: SQLite would look through all that waits for it.
    void approvals_of(const std::string& stage_role, const std::string& region)
    {
        take("approvals",
             {unit_,
              "SELECT /*! STRAIGHT_JOIN */ a.id, a.plan FROM plans p "
              "CROSS JOIN revisions v ON v.plan = p.id "
              "CROSS JOIN approvals a ON a.plan = v.plan AND a.revision = v.number "
              "WHERE v.state = 'sahli_approval' AND a.state = 'pending' AND +a.role = :role AND "
              "p.region = :region",
              {stage_role, region}});
    }
    void drafts_of(const std::string& region)
    {
        take("plans",
             {unit_,
              "SELECT p.id, p.id FROM plans p WHERE EXISTS (SELECT 1 FROM revisions v WHERE "
              "v.plan = p.id AND (v.state IN ('draft', 'approved') OR (v.state = 'agency_review' "
              "AND EXISTS (SELECT 1 FROM reviews w WHERE w.plan = v.plan AND "
              "w.revision = v.number AND w.state = 'changes_requested')))) AND "
              "p.region = :region",
              {region}});
    }
    void verifications_of(const std::string& region)
    {
        take("targets", {unit_,
                         "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM plans p "
                         "CROSS JOIN targets t ON t.plan = p.id WHERE "
                         "t.state IN ('endorsed', 'infeasible_claimed') AND p.region = :region",
                         {region}});
    }
    void reports_of(const std::string& region)
    {
        take("reports", {unit_,
                         "SELECT /*! STRAIGHT_JOIN */ o.id, o.plan FROM plans p "
                         "CROSS JOIN reports o ON o.plan = p.id WHERE "
                         "o.state = 'compiling' AND p.region = :region",
                         {region}});
    }
    void reports_for(const std::string& region)
    {
        take("reports", {unit_,
                         "SELECT /*! STRAIGHT_JOIN */ o.id, o.plan FROM plans p "
                         "CROSS JOIN reports o ON o.plan = p.id WHERE "
                         "o.state = 'submitted' AND p.parent_region = :region",
                         {region}});
    }
    std::vector<candidate> sorted()
    {
        const auto key = [](const candidate& c) {
            return std::tie(c.plan, c.subject.resource, c.subject.id);
        };
        std::sort(found_.begin(), found_.end(),
                  [&](const auto& a, const auto& b) { return key(a) < key(b); });
        found_.erase(std::unique(found_.begin(), found_.end(),
                                 [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                     found_.end());
        return std::move(found_);
    }

private:
    void take(const char* resource, statement find)
    {
        if (!kind_.empty()) find.add(" AND p.kind = ", kind_);
        find.add(" LIMIT ", inbox_candidates_max);
        find.each([&](const soci::row& row) {
            found_.push_back({{resource, text(row, 0)}, text(row, 1)});
        });
    }

    unit_of_work& unit_;
    const std::string& kind_;
    std::vector<candidate> found_;
};

} // namespace

std::vector<candidate> inbox_candidates(unit_of_work& unit, const workflow::principal& p,
                                        const std::string& kind)
{
    collector all(unit, kind);
    for (const workflow::appointment& post : p.appointments) {
        if (post.role == role::agency_head) all.reviews_of(post.agency.id);
        if (post.role == role::agency_head || post.role == role::agency_staff)
            all.targets_of(post.agency.id);
        if (post.role == role::secretariat) {
            all.drafts_of(post.region);
            all.verifications_of(post.region);
            all.reports_of(post.region);
            all.reports_for(post.region);
        }
        if (post.agency.id.empty()) all.approvals_of(post.role, post.region);
    }
    return all.sorted();
}

} // namespace persistence
