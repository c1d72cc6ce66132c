// Which action a row is: by its id, else by number with title or lead agency; never another one.
#include "workflow/matrix/matrix_match.hpp"
#include "tests/support/matrix_pages.hpp"
#include "workflow/matrix/matrix_actions.hpp"

using namespace matrix_pages;

namespace {

cells row_of(int number, const std::string& title, const std::string& lead = "Kesbangpol")
{
    return with(with(with(good, 0, std::to_string(number)), 3, title), 5, lead);
}

const std::vector<cells> written{
    row_of(1, "Penguatan forum kewaspadaan dini"),
    row_of(2, "Pemutakhiran peta rawan konflik", "Polda"),
    row_of(3, "Sosialisasi Huma Betang"),
    row_of(4, "Penangkalan hoaks dan ujaran kebencian", "Satpol PP"),
};

std::vector<cells> below_header(std::vector<cells> rows)
{
    rows.insert(rows.begin(), header);
    return rows;
}

// As the rows stand in a draft: ids action-1 to action-4.
std::vector<action> draft()
{
    std::vector<action> made;
    for (const auto& row : read(below_header(written)).rows) {
        made.push_back(action_of(row, frame().agencies));
        made.back().id = "action-" + std::to_string(row.number);
    }
    return made;
}

cells with_id(cells row, const std::string& id)
{
    row.push_back(id);
    return row;
}

matched_matrix match(const std::vector<cells>& rows, const std::vector<action>& there = draft())
{
    const auto reading = read(rows);
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    return match_rows(reading, frame(), there);
}

std::string ids(const matched_matrix& found)
{
    std::string text;
    for (const action& each : found.actions) text += (each.id.empty() ? "new" : each.id) + " ";
    return text;
}

// "4 No matrix_renumbered; "
std::string problems(const matched_matrix& found)
{
    std::string text;
    for (const auto& each : found.problems) {
        for (const auto* locale : {"id", "en"})
            CHECK(say(locale, each.detail).find('{') == std::string::npos);
        text += std::to_string(each.row) + " " + each.column + " " + each.detail.key + "; ";
    }
    return text;
}

} // namespace

TEST_CASE("a row is the action with its number when the title is alike or the lead is the same")
{
    auto rows = written;
    rows[0] = row_of(1, "PENGUATAN FORUM  KEWASPADAAN DINI", "Polda"); // another lead
    rows[1] = row_of(2, "Survei", "Polda");                            // another title
    rows[2] = row_of(3, "Sosialisasi falsafah Huma Betang", "Polda");  // alike
    rows.push_back(row_of(5, "Pelatihan mediator"));
    const auto found = match(below_header(rows));
    CHECK(problems(found) == "");
    CHECK(ids(found) == "action-1 action-2 action-3 action-4 new ");
    CHECK(found.actions[0].lead_agency.name == "Kepolisian Daerah");
}

TEST_CASE("a number whose title and lead agency both differ is a problem and no replacement")
{
    const auto found = match({header, row_of(2, "Pelatihan mediator", "Satpol PP")});
    CHECK(problems(found) == "2 Rencana Aksi matrix_other_action; ");
    CHECK(say("en", found.problems.at(0).detail).find("Pemutakhiran peta") != std::string::npos);
}

TEST_CASE("a deleted row and new numbers below it are a problem, whoever leads")
{
    const auto found = match({header, written[0], row_of(2, "Sosialisasi Huma Betang", "Polda"),
                              row_of(3, "Penangkalan hoaks dan ujaran kebencian")});
    CHECK(problems(found) == "3 No matrix_renumbered; 4 No matrix_renumbered; ");
    const std::string told = say("en", found.problems.at(0).detail);
    CHECK(told.find("number 2 seems to be action 3") != std::string::npos);
}

TEST_CASE("numbers that were swapped are a problem, whoever leads")
{
    const auto found = match({header, row_of(1, "Sosialisasi Huma Betang"), written[1],
                              row_of(3, "Penguatan forum kewaspadaan dini")});
    CHECK(problems(found) == "2 No matrix_renumbered; 4 No matrix_renumbered; ");
}

TEST_CASE("a row below with the title of an action that the file lacks is no new one")
{
    CHECK(problems(match({header, row_of(9, "Sosialisasi Huma Betang", "Polda")})) ==
          "2 No matrix_renumbered; ");
    // Where the file has that action as well, it is.
    CHECK(ids(match({header, written[2], row_of(9, "Sosialisasi Huma Betang", "Polda")})) ==
          "action-3 new ");
}

TEST_CASE("a row with an id is that action, whatever number, title and lead it has")
{
    const cells wide = with_id(header, "ID");
    const auto found = match({wide, with_id(row_of(2, "Sosialisasi Huma Betang"), "action-3"),
                              with_id(row_of(3, "Serba baru", "Satpol PP"), "action-2"),
                              with_id(row_of(1, "Forum"), "action-1"),
                              with_id(row_of(4, "Penangkalan hoaks", "Polda"), "action-4"),
                              with_id(row_of(5, "Pelatihan mediator"), "")});
    CHECK(problems(found) == "");
    CHECK(ids(found) == "action-3 action-2 action-1 action-4 new ");
    CHECK(found.actions[0].number == 2);
    CHECK(found.actions[1].title == "Serba baru");
}

TEST_CASE("an id of another plan and an id twice are problems with row and column")
{
    const cells wide = with_id(header, "ID");
    CHECK(problems(match({wide, with_id(written[0], "action-77")})) == "2 ID matrix_id_unknown; ");
    CHECK(problems(match({wide, with_id(written[0], "action-1"),
                          with_id(row_of(9, "Pelatihan mediator"), "action-1")})) ==
          "3 ID matrix_id_twice; ");
    // An empty draft has nothing that a row could be mistaken for.
    CHECK(ids(match({wide, with_id(written[0], "action-77")}, {})) == "new ");
}

TEST_CASE("two actions never get one number: an action that the file leaves out keeps its own")
{
    const cells wide = with_id(header, "ID");
    const auto found =
        match({wide, with_id(written[0], "action-1"), with_id(written[1], "action-2"),
               with_id(row_of(3, "Penangkalan hoaks", "Satpol PP"), "action-4")});
    CHECK(problems(found) == "4 No matrix_number_is_kept; ");
    CHECK(say("en", found.problems.at(0).detail).find("Huma Betang") != std::string::npos);
}

TEST_CASE("only what the file has columns for changes; the rest stays")
{
    auto there = draft();
    there[0].targets = {{"t-4", "B04", "sepuluh", 10.0, "desa"},
                        {"t-8", "B08", "20", 20.0, "desa"}};
    there[0].measure = "period";
    const auto found = match({{"No", "Rencana Aksi", "Target B12", "Target B04", "Lokasi baru"},
                              {"1", "Penguatan forum kewaspadaan dini", "30", "sepuluh", "Kapuas"}},
                             there);
    REQUIRE(problems(found) == "");
    auto expected = there[0];
    expected.targets.push_back({"", "B12", "30", 30.0, ""});
    CHECK(found.actions.at(0) == expected);
}

TEST_CASE("a known column with an empty cell clears, and its target goes")
{
    const auto found = match({header, with(with(written[0], 4, ""), 8, "")});
    REQUIRE(problems(found) == "");
    CHECK(found.actions.at(0).location.empty());
    REQUIRE(found.actions[0].targets.size() == 1);
    CHECK(found.actions[0].targets[0].period == "B12");
}

TEST_CASE("a new action needs a phase, one that is there keeps its own")
{
    const cells narrow{"No", "Rencana Aksi", "Target B12"};
    const auto found = match(
        {narrow, {"1", "Penguatan forum kewaspadaan dini", "3"}, {"5", "Pelatihan mediator", "3"}});
    CHECK(problems(found) == "3 Bidang/Tahap matrix_phase_column_missing; ");
    CHECK(found.actions.at(0).phase == "prevention");
}
