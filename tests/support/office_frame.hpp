#pragma once
// What the matrix of a first-version kind is read against, without agencies.
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_period.hpp"

namespace support {

inline workflow::matrix_frame office_frame()
{
    return {
        {},
        {{"B04", "B04", workflow::spellings_of_period(1, 4)},
         {"B08", "B08", workflow::spellings_of_period(5, 8)},
         {"B12", "B12", workflow::spellings_of_period(9, 12)}},
        {{"prevention",
          {"Pencegahan", "Prevention"},
          {"cegah", "preventif", "prakonflik", "sebelumkonflik", "~deteksidini", "~kesiapsiagaan"}},
         {"cessation",
          {"Penghentian", "Cessation"},
          {"henti", "saatkonflik", "ketikakonflik", "saatterjadikonflik", "~penanganan",
           "~tanggapdarurat", "~stabilisasi"}},
         {"recovery",
          {"Pemulihan", "Recovery"},
          {"ulih", "pascakonflik", "setelahkonflik", "~rehabilitasi", "~rekonstruksi",
           "~rekonsiliasi"}}}};
}

} // namespace support
