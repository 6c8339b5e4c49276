/** What becomes of each workbook, page and document: path, then records × columns of its tables, notes, or why it is refused. */
export const OFFICE_OUTCOMES = `
apache-poi/test-data/document/Bug44431.doc  document
apache-poi/test-data/document/HeaderFooterUnicode.doc  document
apache-poi/test-data/document/HeaderFooterUnicode.docx  document
apache-poi/test-data/document/ListEntryNoListTable.doc  document
apache-poi/test-data/document/TestTableCellAlign.docx  document
apache-poi/test-data/document/Word95.doc  document
apache-poi/test-data/document/innertable.doc  document
apache-poi/test-data/document/password_password_cryptoapi.doc  document
apache-poi/test-data/document/simple-table.doc  document
apache-poi/test-data/document/simple-table2.doc  document
apache-poi/test-data/document/table-merges.doc  document
apache-poi/test-data/document/unicode-path.docx  document
apache-poi/test-data/spreadsheet/12843-2.xls  93x11; 15x3; 4x3; 11x2
apache-poi/test-data/spreadsheet/44235.xls  360x8
apache-poi/test-data/spreadsheet/49931.xls  1x1
apache-poi/test-data/spreadsheet/62629_toMerge.xlsx  10x207
apache-poi/test-data/spreadsheet/duplicate-filename.xlsx  damaged_file
apache-poi/test-data/spreadsheet/unicodeNameRecord.xls  4x2
docxjs/tests/render-test/table-spans/document.docx  document
docxjs/tests/render-test/table-spans/result.html  6x10
docxjs/tests/render-test/table/document.docx  document
docxjs/tests/render-test/table/result.html  2x3
docxjs/tests/render-test/text-break/document.docx  document
docxjs/tests/render-test/text-break/result.html  no_table
docxjs/tests/render-test/text/document.docx  document
docxjs/tests/render-test/text/result.html  no_table
mammoth/test/test-data/comments.docx  document
mammoth/test/test-data/empty.docx  document
mammoth/test/test-data/tables.docx  document
mammoth/test/test-data/text-box.docx  document
node-word-extractor/__tests__/data/badfile-01-bad-header.doc  damaged_file
node-word-extractor/__tests__/data/test01.doc  document
node-word-extractor/__tests__/data/test01.docx  document
node-word-extractor/__tests__/data/test04.doc  document
node-word-extractor/__tests__/data/test04.docx  document
node-word-extractor/__tests__/data/test05.doc  document
node-word-extractor/__tests__/data/test06.doc  document
node-word-extractor/__tests__/data/test06.docx  document
node-word-extractor/__tests__/data/test10.doc  document
node-word-extractor/__tests__/data/test10.docx  document
node-word-extractor/__tests__/data/test11.doc  document
node-word-extractor/__tests__/data/test11.docx  document
node-word-extractor/__tests__/data/test12.doc  document
node-word-extractor/__tests__/data/test12.docx  document
node-word-extractor/__tests__/data/test13.doc  document
node-word-extractor/__tests__/data/test13.docx  document
node-word-extractor/__tests__/data/test15.doc  document
node-word-extractor/__tests__/data/test15.docx  document
node-word-extractor/__tests__/data/test17.doc  document
node-word-extractor/__tests__/data/test17.docx  document
pdfjs/test/pdfs/TrueType_without_cmap.pdf  document
pdfjs/test/pdfs/arial_unicode_en_cidfont.pdf  document
pdfjs/test/pdfs/cid_cff.pdf  document
pdfjs/test/pdfs/vertical.pdf  document
pdfplumber/tests/pdfs/empty.pdf  empty_file
pdfplumber/tests/pdfs/issue-336-example.pdf  document
pdfplumber/tests/pdfs/issue-71-duplicate-chars-2.pdf  document
pdfplumber/tests/pdfs/malformed-from-issue-932.pdf  document
pdfplumber/tests/pdfs/nics-background-checks-2015-11.pdf  document
pdfplumber/tests/pdfs/pr-138-example.pdf  document
pdfplumber/tests/pdfs/pr-88-example.pdf  document
python-docx/features/steps/test_files/blk-containing-table.docx  document
python-docx/features/steps/test_files/tbl-2x2-table.docx  document
python-docx/features/steps/test_files/tbl-cell-access.docx  document
python-docx/features/steps/test_files/tbl-col-props.docx  document
python-docx/features/steps/test_files/tbl-having-applied-style.docx  document
python-docx/features/steps/test_files/tbl-having-tables.docx  document
python-docx/features/steps/test_files/tbl-props.docx  document
sheetjs/1904/1904.xls  5x4
sheetjs/1904/1904.xlsx  5x4
sheetjs/2011/apachepoi_53568.xlsx.xls  no_table
sheetjs/BlankSheetTypes.xls  no_table
sheetjs/BlankSheetTypes.xlsm  no_table
sheetjs/DataTypesFormats.xlsx  6x2
sheetjs/NumberFormatCondition.xls  13x4
sheetjs/RkNumber.xls  5x3
sheetjs/RkNumber.xls.0.csv  5x3
sheetjs/RkNumber.xlsx  5x3
sheetjs/artifacts/wps/write.et  4x4
sheetjs/artifacts/wps/write.xls  4x4
sheetjs/artifacts/wps/write.xlsx  4x4
sheetjs/biff5/merge_cells.xls  4x4
sheetjs/biff5/rich_text_stress.xls  15x2
sheetjs/comments_stress_test.xlsx  4x4 hidden_rows=1 hidden_rows=1; 33x4; 3x2; 37x2
sheetjs/crlf/crlf.htm  3x2
sheetjs/crlf/crlf.xlsx  3x2
sheetjs/freeze.xlsx  1x1; 1x1
sheetjs/hyperlink_no_rels.xlsx  1x1
sheetjs/large_strings.xlsx  9999x17; 26x6; 17619x2
sheetjs/merge_cells.xls  4x4
sheetjs/merge_cells.xlsx  4x4
sheetjs/number_format_entities.xlsx  2x1
sheetjs/password_2002_128_strong.xls  password_protected
sheetjs/phonetic_text.xls  2x1
sheetjs/phonetic_text.xlsx  2x1
sheetjs/pivot_table_test.xls  9x3; 7x5; 9x3; 15x3
sheetjs/rich_text_stress.xls  15x2
sheetjs/rich_text_stress.xlsx  15x2
sheetjs/row_height.htm  4x3
sheetjs/sheet_visibility.xls  2x7; 2x6 hidden_rows=1; 2x10 hidden_rows=1
sheetjs/sheet_visibility.xlsx  2x7; 2x6 hidden_rows=1; 2x10 hidden_rows=1
sheetjs/sheet_visibility_strict.xlsx  2x7; 2x6 hidden_rows=1; 2x10 hidden_rows=1
sheetjs/sushi.xls  1x1
sheetjs/sushi.xls.0.csv  1x1
sheetjs/sushi.xlsb.0.csv  1x1
sheetjs/sushi.xlsx  1x1
sheetjs/sushi.xlsx.0.csv  1x1
sheetjs/text_and_numbers.xls  4x3
sheetjs/text_and_numbers.xlsx  4x3
sheetjs/wps/fn.et  3x3 error_cells=1
tabula-java/src/test/resources/technology/tabula/12s0324.pdf  document
tabula-java/src/test/resources/technology/tabula/china.pdf  document
tabula-java/src/test/resources/technology/tabula/csv/TestCommandLineApp_testGuessOption_no_guessing.csv  65x1
tabula-java/src/test/resources/technology/tabula/csv/TestCommandLineApp_testGuessOption_with_guessing.csv  40x4 ragged_records=9
tabula-java/src/test/resources/technology/tabula/csv/TestSpreadsheetExtractor-CELLS.csv  124x4
tabula-java/src/test/resources/technology/tabula/csv/indictb1h_14.csv  36x9
tabula-java/src/test/resources/technology/tabula/encrypted.pdf  document
tabula-java/src/test/resources/technology/tabula/eu-017.pdf  document
tabula-java/src/test/resources/technology/tabula/rotated_page.pdf  document
tabula-java/src/test/resources/technology/tabula/us-017.pdf  document
`;
