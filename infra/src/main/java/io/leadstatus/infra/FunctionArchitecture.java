package io.leadstatus.infra;

import software.amazon.awscdk.services.lambda.Architecture;

/** What processor the function is compiled for. */
enum FunctionArchitecture {
    ARM64("arm64", Architecture.ARM_64),
    X86_64("x86_64", Architecture.X86_64);

    private final String text;
    private final Architecture lambda;

    FunctionArchitecture(String text, Architecture lambda) {
        this.text = text;
        this.lambda = lambda;
    }

    Architecture lambda() {
        return lambda;
    }

    @Override
    public String toString() {
        return text;
    }
}
