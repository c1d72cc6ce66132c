#pragma once
// The steps that every plan's story shares, each over HTTP as its people take them.
#include "tests/scenarios/support/house.hpp"
#include "tests/support/catch.hpp"

namespace scenarios {

// A plan of the demo, with the people who carry it.
struct plan_life {
    house& at;
    std::string secretariat; // usernames
    std::string sahli;
    std::string id{};

    person& keeper() { return at.as(secretariat); }
    void begin(const std::string& region, const std::string& kind, int year);
    void import_matrix(); // rad-kalteng-2026.xlsx
    json::object add_action(const std::string& agency, const std::string& title);
    json::object submit();
    // Every pending review, by its agency's head.
    void confirm_all();
    void approve();
    void adopt();
    void come_into_force(); // submit, confirm_all, approve, adopt

    json::object now() { return keeper().see("/plans/" + id); }
    json::array reviews() { return keeper().all("/plans/" + id + "/reviews"); }
    json::array history() { return keeper().all("/plans/" + id + "/history"); }
    json::array targets(const std::string& period);
};

std::string matrix_file(const std::string& name); // of tests/data, as bytes
const json::object& find(const json::array& items, std::string_view path, const std::string& value);

// Achievement, evidence and the command, by somebody of the lead agency.
void report_target(person& staff, const std::string& target, const std::string& achievement);
std::string pdf(const std::string& what); // a small file that passes for one

// seq is 1, 2, 3 … and the names of what happened, for INFO.
void check_numbering(const json::array& history);
// `rampung verify` on the running program's database and files.
void check_verify(const running_rampung&);

} // namespace scenarios
