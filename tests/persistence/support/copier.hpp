#pragma once
// Plans of others, by the hundred: what somebody may not see and must not pay for.
#include "persistence/sql/rows.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <set>
#include <string>
#include <vector>

namespace support {

// Copies of the rows of a plan under other names, in another region, of other people.
class copier {
public:
    copier(persistence::unit_of_work& unit, std::string plan, int number)
        : unit_(unit), plan_(std::move(plan)), tail_("-" + std::to_string(number)),
          region_("8" + std::to_string(number % 9) + "." + std::to_string(10 + number % 89))
    {
    }

    void copy_all()
    {
        const std::string of_plan = " WHERE plan = '" + plan_ + "'";
        copy("plans", " WHERE id = '" + plan_ + "'");
        for (const char* table : {"streams"}) copy(table, " WHERE id = '" + plan_ + "'");
        for (const char* table : {"revisions", "actions", "targets", "reviews", "approvals",
                                  "revision_agencies", "reports", "notices"})
            copy(table, of_plan);
        copy("action_cells", " WHERE target IN (SELECT id FROM targets" + of_plan + ")");
        copy("messages", " WHERE id IN (SELECT message_id FROM notices" + of_plan + ")");
        copy_directory();
    }

private:
    void copy_directory() // of the plan's region: its agencies, its people and their posts
    {
        const std::string of_region = " WHERE region = '62'";
        for (const char* table : {"agencies", "users", "appointments"}) copy(table, of_region);
    }

    void copy(const std::string& table, const std::string& which)
    {
        std::string into;
        std::string from;
        for (const auto& column : columns_of(table)) {
            into += (into.empty() ? "" : ", ") + column;
            from += (from.empty() ? "" : ", ") + expression(column);
        }
        unit_.prepared().change("INSERT INTO " + table + "(" + into + ") SELECT " + from +
                                    " FROM " + table + which,
                                {});
    }

    std::vector<std::string> columns_of(const std::string& table)
    {
        std::vector<std::string> out;
        unit_.prepared().each("SELECT * FROM " + table + " LIMIT 1", {}, [&](const soci::row& row) {
            for (std::size_t i = 0; i < row.size(); ++i)
                out.push_back(row.get_properties(i).get_name());
        });
        return out;
    }

    std::string expression(const std::string& column) const
    {
        static const std::set<std::string> named{
            "id",          "plan",      "action",   "target",     "agency",
            "lead_agency", "recipient", "live_key", "unique_key", "message_id",
            "message_key", "subject",   "user_id",  "username"};
        if (column == "region") return "'" + region_ + "'";
        if (column == "parent_region") return "'" + region_.substr(0, 2) + "'";
        if (!named.contains(column)) return column;
        return unit_.dialect().which == persistence::backend::sqlite
                   ? column + " || '" + tail_ + "'"
                   : "CONCAT(" + column + ", '" + tail_ + "')";
    }

    persistence::unit_of_work& unit_;
    std::string plan_;
    std::string tail_;
    std::string region_;
};

} // namespace support
