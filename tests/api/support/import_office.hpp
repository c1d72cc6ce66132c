#pragma once
// An office that imports its sheets into a plan of 62, as ani unless somebody else is named.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"

namespace import_office {

using support::http_reply;
using support::running_api;
using support::text_at;

inline const std::string header = "No,Tahap,Rencana Aksi,Penanggung Jawab,Target B04,Satuan";

inline std::string row(int number, const std::string& title, const std::string& lead = "health",
                       const std::string& target = "5")
{
    return std::to_string(number) + ",Pencegahan Konflik," + title + "," + lead + "," + target +
           ",orang";
}

inline std::string csv(const std::vector<std::string>& rows, const std::string& top = header)
{
    std::string out = top + "\n";
    for (const std::string& each : rows) out += each + "\n";
    return out;
}

inline const std::vector<std::string> three{row(1, "Pelatihan mediator desa"),
                                            row(2, "Peta rawan konflik", "social"),
                                            row(3, "Sosialisasi Huma Betang")};

struct office {
    running_api here;
    std::string plan = here.plan();

    http_reply post(const std::string& file, const char* by = "ani",
                    const std::string& more = "?kind=csv&name=matriks.csv")
    {
        return here.as(by).post("/api/v1/plans/" + plan + "/imports" + more, file,
                                {{"Content-Type", "text/csv"}});
    }
    // Its id.
    std::string made(const std::string& file)
    {
        const auto done = post(file);
        INFO(done.body);
        REQUIRE(done.status == 201);
        return text_at(done.json(), "/id");
    }
    boost::json::value read(const std::string& import)
    {
        return here.read("ani", "imports/" + import);
    }
    http_reply change(const std::string& import, const std::string& body, const char* by = "ani")
    {
        const auto at = "/api/v1/imports/" + import;
        const auto version = here.as(by).get(at).header("etag");
        return here.as(by).send("PATCH", at, body,
                                {{"Content-Type", "application/json"}, {"If-Match", version}});
    }
    http_reply command(const std::string& import, const std::string& name, const char* by = "ani")
    {
        return here.command(by, "imports/" + import, name);
    }
    void take_in(const std::string& file)
    {
        const auto done = command(made(file), "apply");
        INFO(done.body);
        REQUIRE(done.status == 200);
    }
    void draft_two()
    {
        here.add_action(plan, support::action_body("Pelatihan", here.agency("health")));
        here.add_action(plan, support::action_body("Bantuan", here.agency("social")));
    }
    boost::json::array actions()
    {
        return here.read("ani", "plans/" + plan + "/actions").at("items").as_array();
    }
    std::string titles()
    {
        std::string out;
        for (const auto& each : actions())
            out += text_at(each, "/number") + " " + text_at(each, "/title") + "; ";
        return out;
    }
};

// "added 1; renumbered 2; "
inline std::string kinds(const boost::json::value& import)
{
    std::string out;
    for (const auto& each : import.at("changes").as_array())
        out += text_at(each, "/kind") + " " + text_at(each, "/number") + "; ";
    return out;
}

inline std::string asked(const boost::json::value& import)
{
    std::string out;
    for (const auto& each : import.at("questions").as_array()) out += text_at(each, "/id") + "; ";
    return out;
}

inline const boost::json::value& command_of(const boost::json::value& import)
{
    return import.at("commands").as_array().at(0);
}

} // namespace import_office
