/*
 * The least that a process can do for a report: connect with a password, run the statement, print its rows.
 * usage: yardstick FILE-WITH-THE-STATEMENT [PARAMETER ...]; the database is that of libpq's PG* variables.
 * The last line is the most memory that was resident, in kB.
 */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t) length + 1);
    if (!text || fread(text, 1, (size_t) length, file) != (size_t) length) return NULL;
    fclose(file);
    return text;
}

/* Not getrusage, which also counts the process that started this one. */
static void print_peak_memory(void) {
    char line[256];
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) {
        if (!strncmp(line, "VmHWM:", 6)) printf("%ld\n", atol(line + 6));
    }
}

int main(int count, char **arguments) {
    char *statement = count < 2 ? NULL : read_file(arguments[1]);
    if (!statement) return 2;
    PGconn *connection = PQconnectdb("");
    if (PQstatus(connection) != CONNECTION_OK) {
        fputs(PQerrorMessage(connection), stderr);
        return 1;
    }
    PGresult *rows = PQexecParams(connection, statement, count - 2, NULL, (const char *const *) arguments + 2,
                                  NULL, NULL, 0);
    if (PQresultStatus(rows) != PGRES_TUPLES_OK) {
        fputs(PQerrorMessage(connection), stderr);
        return 1;
    }
    for (int row = 0; row < PQntuples(rows); row++) {
        for (int column = 0; column < PQnfields(rows); column++) {
            printf("%s%s", column ? "\t" : "", PQgetvalue(rows, row, column));
        }
        putchar('\n');
    }
    print_peak_memory();
    return 0;
}
