// Commands as people give them, with their posts of that day.
#include "api/demo/demo_teller.hpp"
#include "api/files/file_store.hpp"
#include "api/http/secret.hpp"
#include "api/sheets/spreadsheet.hpp"
#include "embedded/demo.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/nouns/world_store.hpp"
#include "workflow/matrix/matrix_actions.hpp"
#include "workflow/step/engine.hpp"
#include "workflow/things/digest.hpp"
#include <fstream>
#include <stdexcept>

namespace api {
namespace {

using workflow::parts;

[[noreturn]] void fail(const std::string& what, const workflow::refusal& no)
{
    throw std::logic_error("the demo's " + what + " was refused: " + no.reason.key);
}

template <class T> T must(workflow::result<T> done, const std::string& what)
{
    if (!done) fail(what, done.error());
    return *std::move(done);
}

workflow::principal person(persistence::unit_of_work& unit, const std::string& user)
{
    const workflow::date day = workflow::calendar{}.today(unit.now());
    workflow::principal who = persistence::load_principal(unit, user, day).value();
    who.stepped_up = true;
    return who;
}

// The smallest thing that a reader of PDF opens: one page with one line.
std::string one_page_pdf(const std::string& line)
{
    const std::string text = "BT /F1 14 Tf 60 760 Td (" + line + ") Tj ET";
    const std::string objects[]{
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string out = "%PDF-1.4\n", places;
    int number = 0;
    for (const std::string& object : objects) {
        std::string place = std::to_string(out.size());
        places += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        out += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::string table = std::to_string(out.size());
    return out + "xref\n0 6\n0000000000 65535 f \n" + places +
           "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n";
}

} // namespace

workflow::command_body because(std::string reason)
{
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = std::move(reason);
    return body;
}

void demo_teller::at(workflow::date day, int hour)
{
    stage_.set_clock(days_.at(day, hour, 0));
}

workflow::date demo_teller::today() const
{
    return days_.today(stage_.here.clock());
}

void demo_teller::give(const demo_account& by, const order& o)
{
    stage_.here.database.write([&](persistence::unit_of_work& unit) {
        persistence::world_store store({unit, stage_.here.kinds, stage_.here.new_id});
        must(workflow::give(store, stage_.here.environment(), person(unit, by.id), o.about,
                            {o.command, o.body, std::nullopt}),
             o.command + " by " + by.username);
    });
}

std::string demo_teller::draft(const demo_account& by, const std::string& title,
                               const std::function<bool(workflow::action&)>& keep)
{
    workflow::plan plan;
    plan.id = stage_.here.new_id();
    const workflow::kind& kind = *stage_.here.kinds.newest("rad_pks");
    plan.kind = kind.name;
    plan.kind_version = kind.version;
    plan.region = by.region;
    plan.year = static_cast<int>(stage_.today.year());
    plan.title = title;
    const workflow::sheet sheet = must(read_csv(embedded::demo().front().second), "matrix");
    stage_.here.database.write([&](persistence::unit_of_work& unit) {
        const workflow::principal who = person(unit, by.id);
        persistence::keep_kind(unit, kind);
        if (auto made = persistence::insert_plan(unit, plan, who.user); !made)
            fail("plan", made.error());
        persistence::world_store store({unit, stage_.here.kinds, stage_.here.new_id});
        const workflow::world before = store.load_plan(plan.id, parts::whole).value();
        auto begun = workflow::begin_plan(stage_.here.environment(), before, who);
        store.save(before, begun);

        workflow::matrix_frame frame = workflow::frame_of(kind);
        frame.agencies = persistence::agencies_of(unit, "62");
        for (const workflow::matrix_row& row : workflow::read_matrix(sheet, frame).rows) {
            workflow::action a = workflow::action_of(row, frame.agencies);
            if (keep(a))
                must(persistence::insert_action(unit, {plan.id, 1}, a, stage_.here.new_id),
                     "action");
        }
    });
    return plan.id;
}

void demo_teller::sweep(const std::string& plan)
{
    stage_.here.database.write([&](persistence::unit_of_work& unit) {
        persistence::world_store store({unit, stage_.here.kinds, stage_.here.new_id});
        const workflow::world before = store.load_plan(plan, parts::whole).value();
        auto done = workflow::sweep(stage_.here.environment(), before);
        store.save(before, done);
    });
}

workflow::world demo_teller::look(const std::string& plan)
{
    return stage_.here.database.read([&](persistence::unit_of_work& unit) {
        persistence::world_store store(
            {unit, stage_.here.kinds, stage_.here.new_id, persistence::stream_use::read_only});
        return store.load_plan(plan, parts::whole).value();
    });
}

void demo_teller::save_achievement(const workflow::target& t, const std::string& text,
                                   std::optional<double> quantity)
{
    persistence::achievement_change change;
    change.achievement = text;
    change.achieved_quantity = quantity;
    stage_.here.database.write([&](persistence::unit_of_work& unit) {
        const auto now = persistence::read_target(unit, t.id).value();
        must(persistence::save_achievement(unit, t.id, change, now.version), "achievement");
    });
}

void demo_teller::add_evidence(const demo_account& by, const workflow::target& t,
                               const std::string& title)
{
    const std::string bytes = one_page_pdf(title);
    workflow::evidence file;
    file.id = stage_.here.new_id();
    file.kind = stage_.here.kinds.newest("rad_pks")->evidence_required.front();
    file.classification = "biasa";
    file.name = "laporan-kegiatan.pdf";
    file.media_type = "application/pdf";
    file.size = static_cast<std::int64_t>(bytes.size());
    file.sha256 = workflow::sha256_hex(bytes);
    const auto folder = stage_.here.data / "tmp";
    std::filesystem::create_directories(folder);
    const auto temporary = folder / random_id();
    std::ofstream(temporary, std::ios::binary) << bytes;
    file_store(stage_.here.data).keep(temporary, file.sha256);
    stage_.here.database.write([&](persistence::unit_of_work& unit) {
        must(persistence::insert_evidence(unit, t.id, file, {by.id, by.name}), "evidence");
    });
}

} // namespace api
