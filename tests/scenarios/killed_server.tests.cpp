// kill -9 between any two steps, then go on: nothing that was acknowledged is lost, nothing is half
// applied. One clerk works without pause; every life of the server ends at a random point of it.
#include "tests/scenarios/support/plan_life.hpp"
#include "tests/support/seed.hpp"
#include <atomic>
#include <boost/json/serialize.hpp>
#include <future>
#include <thread>

using namespace scenarios;

namespace {

constexpr int lives = 20;

struct acknowledged {
    std::string plan;
    std::int64_t seq{};
    std::string hash;
};

// Drafts plans and sends them to and fro. Every request has a key of its own and is sent again, in
// the next life, until it is answered.
class clerk {
public:
    clerk(house& at, std::string agency)
        : person_(at.another("sekretariat.palangkaraya")), agency_(std::move(agency))
    {
        person_.client().time_out_after(std::chrono::seconds(10));
    }

    // Until the server is gone.
    void work()
    {
        while (take_step()) ++steps_;
    }

    std::uint64_t steps() const { return steps_; }
    const std::vector<acknowledged>& told() const { return told_; }
    const std::vector<std::string>& plans() const { return plans_; }
    const std::string& fault() const { return fault_; }

private:
    struct wanted {
        std::string path, body;
        header_list headers;
    };

    bool take_step()
    {
        if (!asked_) asked_ = next();
        if (!asked_) return false;
        const auto answer = sent(*asked_);
        if (!answer) return false;
        if (answer->status != 200 && answer->status != 201) {
            fault_ = asked_->path + ": " + std::to_string(answer->status) + " " + answer->body;
            return false;
        }
        learn(answer->json());
        asked_.reset();
        stage_ = (stage_ + 1) % stages;
        return true;
    }

    // One round: a plan, a row, then submitted and recalled five times.
    static constexpr int stages = 12;
    std::optional<wanted> next()
    {
        const header_list key{{"Idempotency-Key", "step-" + std::to_string(++keys_)}};
        if (stage_ == 0) {
            const json::object form{{"kind", "rad_p3aks"},
                                    {"region", "62.71"},
                                    {"year", 2041 + static_cast<int>(plans_.size())},
                                    {"title", "Rencana ke " + std::to_string(plans_.size())}};
            return wanted{"/plans", json::serialize(form), key};
        }
        const std::string plan = "/plans/" + plans_.back();
        if (stage_ == 1) return wanted{plan + "/actions", json::serialize(row()), key};
        const auto seen = sent({plan, {}, {}});
        if (!seen || seen->status != 200) return std::nullopt;
        header_list headers = key;
        headers.emplace_back("If-Match", etag_of(seen->json()));
        const bool submits = stage_ % 2 == 0;
        return wanted{plan + (submits ? "/commands/submit" : "/commands/recall"),
                      submits ? "{}" : R"({"reason":"Diperiksa lagi"})", headers};
    }

    json::object row() const
    {
        const json::object target{
            {"period", "B04"}, {"text", "1"}, {"quantity", 1}, {"unit", "dialog"}};
        return {{"phase", "prevention"},
                {"title", "Dialog"},
                {"lead_agency", {{"id", agency_}}},
                {"success_criterion", "Terlaksana"},
                {"targets", json::array{target}}};
    }

    std::optional<http_reply> sent(const wanted& what)
    {
        try {
            auto answer = person_.send(what.headers.empty() ? "GET" : "POST", what.path, what.body,
                                       what.headers);
            if (answer.status == 0) return std::nullopt;
            return answer;
        } catch (const std::runtime_error&) { // nobody listens
            return std::nullopt;
        }
    }

    void learn(const json::value& answer)
    {
        if (stage_ == 0) plans_.push_back(text(answer, "id"));
        if (stage_ < 2) return;
        const json::value& event = answer.at("event");
        told_.push_back(
            {plans_.back(), event.at("seq").to_number<std::int64_t>(), text(event, "hash")});
    }

    person person_;
    std::string agency_;
    std::optional<wanted> asked_; // not answered yet
    int stage_{};
    std::uint64_t keys_{};
    std::atomic<std::uint64_t> steps_{};
    std::vector<std::string> plans_;
    std::vector<acknowledged> told_;
    std::string fault_;
};

struct last_words {
    std::uint64_t after_steps;
    std::chrono::microseconds then;
};

// The clerk works; the server dies some microseconds after a number of steps.
void one_life(running_rampung& program, clerk& busy, const last_words& end)
{
    const auto enough = busy.steps() + end.after_steps;
    auto work = std::async(std::launch::async, [&] { busy.work(); });
    while (busy.steps() < enough &&
           work.wait_for(std::chrono::microseconds(200)) != std::future_status::ready)
        continue;
    const auto moment = std::chrono::steady_clock::now() + end.then;
    while (std::chrono::steady_clock::now() < moment) std::this_thread::yield();
    program.kill();
    work.get();
    program.start();
}

void check_nothing_is_lost(house& demo, const clerk& busy)
{
    std::map<std::string, std::map<std::int64_t, std::string>> histories;
    person& reader = demo.as("sekretariat.palangkaraya");
    for (const std::string& plan : busy.plans()) {
        const auto history = reader.all("/plans/" + plan + "/history");
        check_numbering(history);
        for (const json::value& event : history)
            histories[plan][event.at("seq").to_number<std::int64_t>()] = text(event, "hash");
    }
    std::size_t lost = 0;
    for (const acknowledged& each : busy.told())
        lost += histories[each.plan][each.seq] != each.hash;
    CHECK(lost == 0);
    CHECK(busy.told().size() > static_cast<std::size_t>(lives));
}

// A key that was used twice would show as two plans of one title.
void check_nothing_is_doubled(house& demo, const clerk& busy)
{
    std::size_t made = 0;
    for (const json::value& each :
         demo.as("sekretariat.palangkaraya").all("/plans?region=62.71&kind=rad_p3aks"))
        made += each.at("year").to_number<int>() >= 2041;
    CHECK(made >= busy.plans().size());
    CHECK(made <= busy.plans().size() + 1); // the last one may still be unanswered
}

} // namespace

TEST_CASE("kill -9 between any two steps loses nothing that was acknowledged")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house demo(which, "2026-03-10");
    std::mt19937_64 random(tests::seed("killed_server"));
    std::uniform_int_distribution<std::uint64_t> steps(0, 24);
    std::uniform_int_distribution<int> then(0, 4000);
    clerk busy(demo, demo.account_of("kepala.sosial.palangkaraya").agency);
    for (int life = 0; life < lives; ++life) {
        one_life(demo.program(), busy, {steps(random), std::chrono::microseconds(then(random))});
        INFO(busy.fault());
        REQUIRE(busy.fault().empty());
    }
    check_nothing_is_lost(demo, busy);
    check_nothing_is_doubled(demo, busy);
    check_verify(demo.program());
}
