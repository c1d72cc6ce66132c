#pragma once
// Over HTTP: what was told to whom, and what will be.
#include "api/clerks/rehearsal.hpp"
#include "api/door/context.hpp"
#include "api/http/router.hpp"
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <memory>
#include <mutex>

namespace api {

std::vector<route> message_routes(const context&);
// The same; who rehearses the whole nation holds the lock, and the next is told to come again.
std::vector<route> message_routes(const context&, std::shared_ptr<std::mutex> nation);

// As the contract has them; sentences in that language.
boost::json::object message_json(const persistence::message_seen&, const std::string& locale);
boost::json::array warnings_json(const std::vector<workflow::warning>&, const std::string& locale);

// 2026-04-16T07:30:00+07:00
std::string local_time(workflow::instant, const std::string& zone);

} // namespace api
