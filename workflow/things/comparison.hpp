#pragma once
// Stored rows held against a history that was played again: what each noun compares, and where what
// differs is collected. The earliest is told.
#include "workflow/things/stored_plan.hpp"

namespace workflow {

struct fault {
    std::int64_t seq{}; // of the event that what is stored does not agree with
    std::string what;
};

struct comparison {
    const played::history& history;
    const stored_plan& stored;
    std::optional<fault> earliest{};
    bool matrices_hold{true}; // else what rests on them would only repeat it

    void found(std::int64_t seq, std::string what);
    // `is` stored, `was` by the history.
    void same(std::int64_t seq, const std::string& thing, const std::string& is,
              const std::string& was);
    void same(std::int64_t seq, const std::string& thing, std::int64_t is, std::int64_t was);
    // An event's time is raised to that of the one before it where the clock has gone back.
    void when(std::int64_t seq, const std::string& thing, instant is, instant was, bool is_exact);
    void stands(const std::string& thing, const played::standing&, const item&);
    // Of what is changed by commands alone.
    void version(const std::string& thing, const played::standing&, std::int64_t is);
    void due(const std::string& thing, std::int64_t seq, const std::optional<date>& is,
             const std::string& was);
    void reason(const std::string& thing, const played::standing&, const std::string& is);

    const revision* numbered(int number) const;

    // Calls `both` for each pair and `stray` for rows of which no event speaks.
    template <class Played, class Row, class Both, class Stray>
    void each(const std::string& resource, const std::map<std::string, Played>& played,
              const std::vector<Row>& rows, Both both, Stray stray)
    {
        std::map<std::string, const Row*> left;
        for (const Row& row : rows) left[row.id] = &row;
        for (const auto& [id, from_history] : played) {
            const auto row = left.find(id);
            if (row == left.end()) {
                found(from_history.seq, resource + " " + id + " is missing");
                continue;
            }
            both(resource + " " + id, from_history, *row->second);
            left.erase(row);
        }
        for (const auto& [id, row] : left) stray(*row);
    }
    template <class Played, class Row, class Both>
    void each(const std::string& resource, const std::map<std::string, Played>& played,
              const std::vector<Row>& rows, Both both)
    {
        each(resource, played, rows, both, [&](const Row& row) {
            found(history.last.seq, resource + " " + row.id + " is in no event");
        });
    }
};

} // namespace workflow
