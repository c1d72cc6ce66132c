#pragma once
// Holds the writer inside a job until so many others wait, so that they form one batch.
#include "persistence/sql/outage.hpp"
#include "persistence/sql/sqlite_writer.hpp"
#include <latch>
#include <thread>

namespace support {

class gate {
public:
    explicit gate(persistence::sqlite_writer& writer) : writer_(writer), holder_([this] { hold(); })
    {
        entered_.wait();
    }
    void open() { opened_.count_down(); }
    void open_when_waiting(std::size_t jobs)
    {
        while (writer_.waiting() < jobs) std::this_thread::yield();
        open();
    }

private:
    void hold()
    {
        const auto work = [this](persistence::unit_of_work&) {
            entered_.count_down();
            opened_.wait();
            return true;
        };
        try {
            writer_.run(work, persistence::time_point::max());
        } catch (const std::exception&) {
            // by one of the others, who joined its batch
        }
    }

    persistence::sqlite_writer& writer_;
    std::latch entered_{1};
    std::latch opened_{1};
    std::jthread holder_;
};

} // namespace support
