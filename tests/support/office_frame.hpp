#pragma once
// What the matrix of a first-version kind is read against, without agencies.
#include "workflow/matrix/matrix.hpp"

namespace support {

inline workflow::matrix_frame office_frame()
{
    return {{},
            {{"B04", "B04"}, {"B08", "B08"}, {"B12", "B12"}},
            {{"prevention", {"Pencegahan", "Prevention"}, {"cegah"}},
             {"cessation", {"Penghentian", "Cessation"}, {"henti"}},
             {"recovery", {"Pemulihan", "Recovery"}, {"ulih", "pascakonflik"}}}};
}

} // namespace support
