// One question per post and resource.
#include "persistence/inbox.hpp"
#include "persistence/statement.hpp"
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
        take("reviews",
             {unit_,
              "SELECT w.id, w.plan FROM reviews w JOIN plans p ON p.id = w.plan JOIN revisions v "
              "ON v.plan = w.plan AND v.number = w.revision WHERE v.state = 'agency_review' AND "
              "w.state IN ('pending', 'changes_requested') AND w.agency = :agency",
              {agency}});
    }
    void targets_of(const std::string& agency)
    {
        take("targets",
             {unit_,
              "SELECT t.id, t.plan FROM targets t JOIN plans p ON p.id = t.plan JOIN actions a ON "
              "a.id = t.action AND a.revision = t.placed_in WHERE t.made = 1 AND "
              "t.state IN ('open', 'reported') AND a.lead_agency = :agency",
              {agency}});
    }
    void approvals_of(const std::string& stage_role, const std::string& region)
    {
        take("approvals",
             {unit_,
              "SELECT a.id, a.plan FROM approvals a JOIN plans p ON p.id = a.plan JOIN revisions v "
              "ON v.plan = a.plan AND v.number = a.revision WHERE v.state = 'sahli_approval' AND "
              "a.state = 'pending' AND a.role = :role AND p.region = :region",
              {stage_role, region}});
    }
    void drafts_of(const std::string& region)
    {
        take("plans",
             {unit_,
              "SELECT p.id, p.id FROM plans p WHERE EXISTS (SELECT 1 FROM revisions v WHERE "
              "v.plan = p.id AND v.state IN ('draft', 'approved')) AND p.region = :region",
              {region}});
    }
    void verifications_of(const std::string& region)
    {
        take("targets", {unit_,
                         "SELECT t.id, t.plan FROM targets t JOIN plans p ON p.id = t.plan WHERE "
                         "t.state IN ('endorsed', 'infeasible_claimed') AND p.region = :region",
                         {region}});
    }
    void reports_of(const std::string& region)
    {
        take("reports", {unit_,
                         "SELECT o.id, o.plan FROM reports o JOIN plans p ON p.id = o.plan WHERE "
                         "o.state = 'compiling' AND p.region = :region",
                         {region}});
    }
    void reports_for(const std::string& region)
    {
        take("reports", {unit_,
                         "SELECT o.id, o.plan FROM reports o JOIN plans p ON p.id = o.plan WHERE "
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
