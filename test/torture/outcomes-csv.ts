/** What becomes of each text file: path, then records × columns as the engine takes them, notes, or why it is refused. */
export const CSV_OUTCOMES = `
csv-spectrum/csvs/empty.csv  3x3
csv-spectrum/csvs/escaped_quotes.csv  3x2
csv-spectrum/csvs/json.csv  2x2
csv-spectrum/csvs/location_coordinates.csv  2x4
csv-spectrum/csvs/quotes_and_newlines.csv  3x2
csv-spectrum/csvs/simple.csv  2x3
duckdb/14512_og.csv  4x26
duckdb/15473.csv  5x3
duckdb/15473_time.csv  5x1
duckdb/15473_time_timestamp.csv  5x1
duckdb/17451/2.csv  2x2
duckdb/17738.csv  13x6
duckdb/18579/part_0_0001.csv  2x2
duckdb/18579/part_1_0001.csv  1x2
duckdb/add_escaped_rfc.csv  empty_file
duckdb/all_quotes.csv  6x4
duckdb/auto/14177.csv  6x2
duckdb/auto/backslash_escape.csv  3x3
duckdb/auto/date_format_bug_linux.csv  4x1
duckdb/auto/duplicate_header_col.csv  3x3
duckdb/auto/duplicate_header_collision.csv  3x4
duckdb/auto/duplicate_header_columns.csv  3x13
duckdb/auto/invalid_time.csv  1x1
duckdb/auto/issue_1254.csv  3x2
duckdb/auto/issue_1254_rn.csv  3x2
duckdb/auto/large_mixed_data.csv  27004x3
duckdb/auto/leading_space_numerics.csv  3x3
duckdb/auto/missing_many_col.csv  3x13
duckdb/auto/mixed_single_line.csv  1x2
duckdb/auto/mock_duckdb_test_data.csv  10x6 ragged_records=2
duckdb/auto/multi_column_string_r.csv  9x4
duckdb/auto/multi_column_string_r_n.csv  9x4
duckdb/auto/multiple_skip_row.csv  4x3
duckdb/auto/no_header.csv  2x3
duckdb/auto/normalize_names_2.csv  3x3
duckdb/auto/normalize_names_6.csv  3x3
duckdb/auto/pipe_delim.csv  3x3
duckdb/auto/pipe_delim_quote.csv  3x3
duckdb/auto/product_codes_HS17_V202301.csv.gz  5385x2
duckdb/auto/quote_escape.csv  3x3
duckdb/auto/single_header.csv  2x3
duckdb/auto/skip_row.csv  3x3
duckdb/auto/tab.csv  3x3
duckdb/auto/tab_single_quote.csv  3x3
duckdb/auto/tab_single_quote_varchar.csv  3x3
duckdb/auto/test_single_column_rn.csv  6x1
duckdb/auto/time.csv  4x1
duckdb/auto/time_date_timestamp.csv  4x5
duckdb/auto/time_date_timestamp_mm-dd-yy.csv  4x5
duckdb/auto/time_date_timestamp_trailing.csv  4x6
duckdb/auto/time_date_timestamp_yyyy.mm.dd.csv  4x5
duckdb/auto/titlebasicsdebug.tsv  3003x9 broken_quotes=1
duckdb/auto/unnamed_columns.csv  2x13
duckdb/auto/varchar_multi_line.csv  2x3
duckdb/auto/various_time_formats.csv  1x5
duckdb/auto_date/device_metadata_1.csv  26x14
duckdb/autotypecandidates.csv  1x3
duckdb/bad_csv_file_2047.csv  ~2054x15 ragged_records=1 broken_quotes=1
duckdb/bad_date.csv  2x3
duckdb/bad_escape.csv  3x2
duckdb/big_not_bool.csv  2450x1
duckdb/big_number.csv  2x1
duckdb/blank_line.csv  12x1
duckdb/bool.csv  3x1
duckdb/borked_date.csv  2070x1
duckdb/bug_10273.csv  3x2
duckdb/bug_10283.csv  293x120 ragged_records=3
duckdb/bug_12596.csv  3x3
duckdb/bug_7578.csv  3x10
duckdb/comments/14635.csv  2x3
duckdb/comments/invalid_rows.csv  10x2 ragged_records=2
duckdb/comments/mid_line_header.csv  4x3 ragged_records=1
duckdb/comments/mid_line_invalid.csv  4x3 ragged_records=2
duckdb/comments/midline_big.csv  2894x4 ragged_records=2159
duckdb/comments/mixed_options.csv  4x3 ragged_records=1
duckdb/comments/simple.csv  7x2 ragged_records=2
duckdb/comments/simple_comma.csv  7x2 ragged_records=3
duckdb/comments/simple_mid_line.csv  9x3 ragged_records=3
duckdb/custom_date.csv  3x2
duckdb/dates.csv  2x2
duckdb/dates_special_format.csv  8x1
duckdb/decimal.csv  2x1
duckdb/decimal_separators/mixed_format_fail.csv  4x2 ragged_records=1
duckdb/dirty_line.csv  4x3
duckdb/empty.csv  empty_file
duckdb/empty_first_line.csv  4x1
duckdb/encodings/all_utf16.csv  63487x1 invalid_characters=1
duckdb/encodings/only_utf16.csv  6x2
duckdb/error/banklist.csv  569x7
duckdb/error/date.csv  3102x2
duckdb/error/date_multiple_file/0.csv  2x1
duckdb/error/json.csv  4x3 ragged_records=2 broken_quotes=3
duckdb/error/mid_null.csv  4x6 ragged_records=1
duckdb/error/mismatch/bad.csv  3x4
duckdb/error/mismatch/big_bad.csv  4272x2
duckdb/error/mismatch/part1.csv  5233x2
duckdb/error/mismatch/part3.csv  4154x2
duckdb/error/mismatch/small1.csv  6x2
duckdb/error/mismatch/small2.csv  5x2
duckdb/error/mixedtypes.csv  13401x2
duckdb/error/quotednewlines.csv  10101x2
duckdb/error/time.csv  3102x2
duckdb/error/timestamp.csv  3102x2
duckdb/evil_nullpadding_2.csv  3x4 ragged_records=1
duckdb/filename_filter/a.csv  2x3
duckdb/filename_filter/b.csv  2x3
duckdb/filename_filter/c.csv  2x3
duckdb/filename_filter/d.csv  4x3
duckdb/from_df.csv  4x2
duckdb/fuzzing/0.csv  3x3
duckdb/fuzzing/12.csv  9x3 ragged_records=5 invalid_characters=1
duckdb/fuzzing/13.csv  9x2 ragged_records=2 invalid_characters=2
duckdb/fuzzing/15.csv  7x5 ragged_records=4
duckdb/fuzzing/17.csv  8x2 ragged_records=2
duckdb/fuzzing/18.csv  7x2 ragged_records=1
duckdb/fuzzing/2.csv  5x5 ragged_records=1
duckdb/fuzzing/20.csv  3x2 ragged_records=2
duckdb/fuzzing/21.csv  7x2 ragged_records=3
duckdb/fuzzing/23.csv  6x2 ragged_records=1 broken_quotes=1 invalid_characters=3
duckdb/fuzzing/25.csv  6x2 ragged_records=2 invalid_characters=1
duckdb/fuzzing/28.csv  6x2 ragged_records=1 invalid_characters=1
duckdb/fuzzing/32.csv  14x2 ragged_records=5 invalid_characters=1
duckdb/fuzzing/33.csv  8x4 ragged_records=1 invalid_characters=2
duckdb/fuzzing/38.csv  2x3 ragged_records=1 invalid_characters=1
duckdb/fuzzing/4.csv  3x3 ragged_records=1
duckdb/fuzzing/5.csv  2071x3 ragged_records=2069 broken_quotes=2 invalid_characters=1
duckdb/fuzzing/6.csv  8x3 ragged_records=2
duckdb/fuzzing/7.csv  7x2 ragged_records=2 invalid_characters=1
duckdb/glob_dif_dialect/14166/__2000.csv  3x3
duckdb/glob_dif_dialect/14166/__2001.csv  1x3
duckdb/glob_dif_dialect/14166/empty.csv  empty_file
duckdb/glob_dif_dialect/f_2.csv  5x3
duckdb/header_2.csv  3x3
duckdb/header_bug.csv  4x2
duckdb/header_only_2.csv  1x2
duckdb/headers/all_varchar.csv  2x1
duckdb/headers/escaped_quote.csv  3x2
duckdb/hits_problematic.csv  1x105
duckdb/ignore_errors.csv  7x2
duckdb/inconsistencies/inconsistent_columns_3.csv  6x4
duckdb/inconsistent_cells.csv  7x5 ragged_records=3
duckdb/issue2471.csv  2301x2
duckdb/issue5077.csv  2x3 ragged_records=1
duckdb/issue5077_aligned.csv  2x3 ragged_records=1
duckdb/issue6764.csv  3x4 ragged_records=1
duckdb/issue_13525/stat_stat_chars.csv  116x8
duckdb/issue_16098.csv  3001x5
duckdb/issue_8320_1.csv.gz  cell_too_large
duckdb/issue_8320_3.csv.gz  cell_too_large
duckdb/leading_zeros.csv  7x8
duckdb/lineitem1k.tbl.gz  1000x17
duckdb/mixed_decimal_delimiter.csv  6x2
duckdb/mixed_timestamps.csv  6x2
duckdb/multidelimiter/aa_delim.csv  19x1
duckdb/multidelimiter/aaaa_delim_rn.csv  19x1
duckdb/multidelimiter/ab_delim.csv  19x1
duckdb/multidelimiter/abac_incomplete_quote.csv  1x1
duckdb/multidelimiter/abac_mix.csv  1x1
duckdb/multidelimiter/abac_newline_in_quote.csv  2x1
duckdb/multidelimiter/carriage_feed_newline.csv  2x1
duckdb/multidelimiter/complex_unterminated_quote.csv  1x1
duckdb/multidelimiter/escape_non_quote_escape.csv  1x2
duckdb/multidelimiter/incomplete_multibyte_delimiter.csv  1x1 broken_quotes=1
duckdb/multidelimiter/many_bytes.csv  8x4
duckdb/multidelimiter/simple_unterminated_quote.csv  1x1 broken_quotes=1
duckdb/multidelimiter/unquote_without_delimiter.csv  1x1 broken_quotes=1
duckdb/multidelimiter/unterminated_escape_complex.csv  1x1
duckdb/multidelimiter/unterminated_quote_escape.csv  1x1 broken_quotes=1
duckdb/multidelimiter/unterminated_quote_multi_line.csv  1x1 broken_quotes=1
duckdb/multidelimiter/windows_newline.csv  2x1
duckdb/multiple_files/different_order/file_2.csv  3x3
duckdb/multiple_files/more_columns/file_2.csv  3x4
duckdb/multiple_files/more_columns/file_3.csv  3x5
duckdb/multiple_files/more_columns/file_5.csv  3x3
duckdb/multiple_files/more_columns/file_6.csv  7x4
duckdb/normalize.csv  2x2
duckdb/null/multiple_quoted_nulls.csv  4x3
duckdb/null_mismatch.csv  1461x5
duckdb/null_string.csv  3x2
duckdb/null_terminator.csv  1x1 invalid_characters=1
duckdb/nullbyte.csv  2x3 invalid_characters=1
duckdb/nullpadding_big_mixed.csv  2502x3 ragged_records=1
duckdb/nullterm.csv  2x1 invalid_characters=1
duckdb/one_r_n_two.csv  5x1
duckdb/one_r_two.csv  2x1
duckdb/phonenumbers.csv  4x1
duckdb/pipe_delim.csv  2x4
duckdb/pollock/file_quotation_char_0x27.csv  1x10
duckdb/projection_buffer.csv  28x4
duckdb/quoted_comment_buffer_boundary.csv  damaged_file
duckdb/real/greek_utf8.csv  8x3
duckdb/real/imdb_movie_info_escaped.csv  201x5
duckdb/real/lineitem_sample.csv  10x16
duckdb/real/ncvoter.csv  10x94
duckdb/real/nfc_normalization.csv  18819x3
duckdb/real/ontime_sample.csv  10x110
duckdb/real/web_page.csv  60x14
duckdb/rejects/frankstein/nightmare.csv  47x4 ragged_records=2 broken_quotes=1 invalid_characters=1
duckdb/rejects/multiple_errors/cast_and_less_col.csv  5x4 ragged_records=2
duckdb/rejects/multiple_errors/cast_and_maxline.csv  4x4
duckdb/rejects/multiple_errors/invalid_utf_cast.csv  3x4 invalid_characters=1
duckdb/rejects/multiple_errors/invalid_utf_more.csv  3x5 ragged_records=1 invalid_characters=1
duckdb/rejects/multiple_errors/less_col_and_max_line.csv  4x4 ragged_records=1
duckdb/rejects/multiple_errors/multiple_cast_implicit.csv  4x4
duckdb/rejects/multiple_errors/multiple_casts_flush.csv  4x4
duckdb/rejects/multiple_errors/multiple_casts_mixed.csv  4x4
duckdb/rejects/multiple_errors/multiple_errors.csv  8x5 ragged_records=5 broken_quotes=1
duckdb/rejects/multiple_errors/unquoted_less.csv  4x4 ragged_records=1 broken_quotes=1
duckdb/rejects/multiple_errors/unquoted_maxline.csv  4x4 broken_quotes=1
duckdb/rejects/unquoted/unquoted_new_line.csv  7x2 broken_quotes=1
duckdb/response.csv  4x1
duckdb/segfault.csv  1x2 broken_quotes=1
duckdb/skip_header.csv  4x3
duckdb/small_lineitem_strings.csv  2x3
duckdb/special_date.csv  4x2
duckdb/split_part.csv  3x2
duckdb/tenk.tsv.gz  10000x16
duckdb/test/5438.csv  misnamed_file; 2x1
duckdb/test/blob.csv  1x2
duckdb/test/concat.gz  15x13
duckdb/test/date.csv  1x1
duckdb/test/dateformat.csv  1x1
duckdb/test/dateformat_2.csv  1x1
duckdb/test/empty.csv  empty_file
duckdb/test/error_invalid_type.csv  7x2
duckdb/test/error_too_little.csv  7x2 ragged_records=1
duckdb/test/error_too_little_single.csv  2x2 ragged_records=1
duckdb/test/force_not_null_inull.csv  3x3
duckdb/test/force_quote.csv  3x3
duckdb/test/invalid_utf_complex.csv  21x3 invalid_characters=1
duckdb/test/invalid_utf_header.csv  11x3 invalid_characters=1
duckdb/test/invalid_utf_list.csv  21x1 invalid_characters=1
duckdb/test/invalid_utf_quoted_nl.csv  21x3 invalid_characters=1
duckdb/test/long_escaped_value.csv  1x1
duckdb/test/many_empty_lines.csv  1x1
duckdb/test/multi_column_string.csv  9x4
duckdb/test/multi_column_string_rn.csv  9x4
duckdb/test/new_line_string_rn.csv  3x4
duckdb/test/new_line_string_rn_exc.csv  3x4
duckdb/test/nfc.csv  2x1
duckdb/test/struct_padding.csv  15x1
duckdb/test/test_comp.csv.gz  3x3
duckdb/test/test_long_line.csv  2x3
duckdb/test/test_null_option.csv  3x5
duckdb/test/test_pipe.csv  10x3
duckdb/test/timestampformat.csv  1x3
duckdb/test/unterminated.csv  3x1 broken_quotes=1
duckdb/test/vsize.csv  1024x3
duckdb/test/windows_newline.csv  20000x3
duckdb/test_apple_financial.csv.gz  6x19 ragged_records=3
duckdb/test_commit_rollback.csv  2x3
duckdb/test_default_option_2.csv  20481x2
duckdb/thousands_separator/multi_column.csv  6x3
duckdb/thousands_separator/simple.csv  5x3 ragged_records=3
duckdb/timestamp.csv  2x1
duckdb/timestamp_timezone.csv  9x2
duckdb/titanic.csv  892x12
duckdb/unescaped_quotes/end_quote_2.csv  3x1 broken_quotes=3
duckdb/unescaped_quotes/end_quote_3.csv  3x1 broken_quotes=3
duckdb/unescaped_quotes/some_escaped_some_not.csv  4x1 broken_quotes=2
duckdb/unescaped_quotes/unescaped_quote_new_line.csv  6x2 broken_quotes=6
duckdb/union-by-name/null_padding/np1.csv  2905x3 ragged_records=1
duckdb/union-by-name/type_mismatch/f_2.csv  3x3
duckdb/union-by-name/ubn1.csv  4x3
duckdb/union-by-name/ubn2.csv  5x3
duckdb/union-by-name/ubn4.csv  4x2
duckdb/unionbyname_21248_1.csv  4x8 ragged_records=1
duckdb/unquoted_escape/basic.tsv  27x5 ragged_records=14
duckdb/unquoted_escape/human_eval.csv  338x6 ragged_records=164 broken_quotes=20
duckdb/unquoted_escape/human_eval.tsv  338x6 ragged_records=158 broken_quotes=20
duckdb/validator/quoted_new_value.csv  3x3
duckdb/validator/single_column_notquoted_newline.csv  7x1
duckdb/versions.csv  1x3
duckdb/who.csv.gz  7241x60
duckdb/wrongtype.csv  23x2
papaparse/tests/utf-8-bom-sample.csv  2x3
papaparse/tests/verylong-sample.csv  2001x3 ragged_records=4
pollock/polluted_files/csv/file_double_trailing_newline.csv  84x9
pollock/polluted_files/csv/file_field_delimiter_0x3B.csv  84x9
pollock/polluted_files/csv/file_field_delimiter_0x9.csv  84x9
pollock/polluted_files/csv/file_header_multirow_3.csv  86x9
pollock/polluted_files/csv/file_multitable_more.csv  167x10 ragged_records=82 broken_quotes=1
pollock/polluted_files/csv/file_multitable_same.csv  167x9 broken_quotes=1
pollock/polluted_files/csv/file_no_payload.csv  empty_file
pollock/polluted_files/csv/file_no_trailing_newline.csv  84x9
pollock/polluted_files/csv/file_one_data_row.csv  2x9
pollock/polluted_files/csv/file_preamble.csv  86x9
pollock/polluted_files/csv/file_quotation_char_0x27.csv  84x9 broken_quotes=32
pollock/polluted_files/csv/file_record_delimiter_0xA.csv  84x9
pollock/polluted_files/csv/row_extra_quote30_col0.csv  84x9 broken_quotes=1
pollock/polluted_files/csv/row_extra_quote40_col0.csv  84x9 broken_quotes=1
pollock/polluted_files/csv/row_extra_quote70_col0.csv  84x9 broken_quotes=1
pollock/polluted_files/csv/row_field_delimiter_0_0x20.csv  84x9
pollock/polluted_files/csv/row_field_delimiter_1_0x20.csv  84x9 ragged_records=1
pollock/polluted_files/csv/row_field_delimiter_42_0x20.csv  84x9 ragged_records=1
pollock/polluted_files/csv/row_field_delimiter_83_0x20.csv  84x9 ragged_records=1
pollock/polluted_files/csv/row_less_sep_row1_col3.csv  84x9 ragged_records=1
pollock/polluted_files/csv/row_less_sep_row42_col3.csv  84x9 ragged_records=1
pollock/polluted_files/csv/row_more_sep_row30_col0.csv  84x10 ragged_records=1
pollock/polluted_files/csv/row_more_sep_row42_col7.csv  84x10 ragged_records=1
pollock/polluted_files/csv/row_more_sep_row70_col0.csv  84x10 ragged_records=1
pollock/polluted_files/csv/row_more_sep_row80_col0.csv  84x10 ragged_records=1
`;
